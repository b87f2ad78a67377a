"""Finding a voucher or a coupon by an eight-character code that a cashier typed."""

from models.people import Role
from services.checkout import shown_coupons
from services.checkout.shown_coupons import Presented
from services.context import Context
from services.fraud import code_guesses
from services.rewards import ticket_codes, vouchers
from services.rewards.errors import VoucherUnknown
from services.rewards.vouchers import Ticket
from services.staff import access


async def find(ctx: Context, actor_id: int, typed: str) -> Ticket | Presented:
    """The open voucher or the coupon with this code, typed with or without its dash.

    Raises NotStaff, VoucherUsed, VoucherExpired, MemberNotFound; for a wrong code VoucherUnknown,
    and after many TooManyCodes.
    """
    now = ctx.clock.now()
    code = ticket_codes.plain(typed)
    async with access.read(ctx, actor_id, Role.CASHIER) as (session, staff):
        stopped = await code_guesses.stopped(session, staff.id, now)
        if not stopped:
            found = await vouchers.by_code(session, code, now) or await shown_coupons.by_code(
                session, ctx, staff, code
            )
            if found is not None:
                return found
    await code_guesses.wrong(ctx, staff.id, stopped=stopped)
    raise VoucherUnknown
