"""Paying a fund: the document first, one look, and every donor gets it."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.owner.rewards.funds import Funding, FundTap
from handlers.owner.shared.navigation import STEP, Answer, Place, go
from handlers.screens import button, keyboard, show
from messengers.words import Say
from services import programme
from services.charity import charity, payouts
from services.charity.errors import NothingToPay
from services.charity.payouts import Proof
from services.context import Context
from services.errors import Gone
from services.staff.identities import Visitor


def add_to(router: Router) -> None:
    router.callback_query.register(ask_proof, FundTap.filter(F.act == "pay"))
    router.message.register(take_proof, Answer(), Funding.proof, flags=STEP)
    router.callback_query.register(pay, FundTap.filter(F.act == "paid"), Funding.sure, flags=STEP)


async def ask_proof(
    query: CallbackQuery, callback_data: FundTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    fund = await charity.fund(ctx, callback_data.thing_id)
    if not fund.owed:
        raise NothingToPay
    await state.set_state(Funding.proof)
    await state.set_data({"fund_id": fund.id, "points": fund.owed})
    text = say("owner-pay-ask", title=fund.title, money=fund.owed_money, points=fund.owed)
    to_fund = [button(say.label("button-cancel"), FundTap(act="open", thing_id=fund.id))]
    await show(query, text, keyboard(to_fund))


async def take_proof(message: Message, ctx: Context, say: Say, state: FSMContext) -> None:
    if message.photo:
        proof = ("photo", message.photo[-1].file_id)
    elif message.document:
        proof = ("document", message.document.file_id)
    else:
        await message.answer(say("owner-need-proof"))
        return
    data = await state.get_data()
    fund = await charity.fund(ctx, data["fund_id"])
    money = (await programme.current(ctx)).worth(data["points"])
    await state.set_state(Funding.sure)
    # The message with the document names the payout: whatever is tapped twice, it is paid once.
    await state.update_data(proof=proof, key=f"{message.chat.id}:{message.message_id}")
    label = say.label("owner-pay-yes", money=money)
    await show(
        message,
        say("owner-pay-sure", title=fund.title, money=money),
        keyboard(
            [button(label, FundTap(act="paid", thing_id=fund.id), style="success")],
            [button(say.label("button-cancel"), FundTap(act="open", thing_id=fund.id))],
        ),
    )


async def pay(
    query: CallbackQuery,
    callback_data: FundTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    data = await state.get_data()
    if data["fund_id"] != callback_data.thing_id:
        raise Gone
    kind, file_id = data["proof"]
    paid = await payouts.pay_out(
        ctx,
        visitor.identity_id,
        data["fund_id"],
        data["points"],
        Proof(kind, file_id),
        key=data["key"],
    )
    await state.clear()
    text = say(
        "owner-paid",
        title=paid.fund_title,
        money=paid.amount,
        points=paid.points,
        donors=paid.donors,
    )
    await show(query, text, keyboard([go(say, "owner-go-funds", Place.FUNDS)]))
