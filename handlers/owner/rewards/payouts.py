"""Paying a fund: the document first, one look, and every donor gets it."""

from aiogram import Router

from handlers.desk import Desk
from handlers.owner.rewards.funds import FundForm, PayoutAct, PayoutTap, form
from handlers.owner.shared.form import Act
from handlers.owner.shared.navigation import STEP, Answer, Place, go
from handlers.screens import button, keyboard
from services.charity import charity, payouts
from services.charity.errors import NothingToPay
from services.charity.payouts import Proof
from services.errors import Gone


def add_to(router: Router) -> None:
    router.callback_query.register(ask_proof, PayoutTap.on(PayoutAct.PAY))
    router.message.register(take_proof, Answer(), FundForm.proof, flags=STEP)
    router.callback_query.register(pay, PayoutTap.on(PayoutAct.PAID), FundForm.sure, flags=STEP)


async def ask_proof(desk: Desk, tap: PayoutTap) -> None:
    fund = await charity.fund(desk.ctx, tap.fund_id)
    if not fund.owed:
        raise NothingToPay
    await desk.state.set_state(FundForm.proof)
    await desk.state.set_data({"fund_id": fund.id, "points": fund.owed})
    text = desk.say("owner-pay-ask", title=fund.title, money=fund.owed_money, points=fund.owed)
    to_fund = [button(desk.say.label("button-cancel"), form.to(Act.OPEN, fund.id))]
    await desk.show(text, keyboard(to_fund))


async def take_proof(desk: Desk) -> None:
    if desk.message.photo:
        proof = ("photo", desk.message.photo[-1].file_id)
    elif desk.message.document:
        proof = ("document", desk.message.document.file_id)
    else:
        await desk.tell(desk.say("owner-need-proof"))
        return
    data = await desk.state.get_data()
    fund = await charity.fund(desk.ctx, data["fund_id"])
    money = (await desk.terms()).worth(data["points"])
    await desk.state.set_state(FundForm.sure)
    # The message with the document names the payout: whatever is tapped twice, it is paid once.
    await desk.state.update_data(proof=proof, key=f"{desk.chat_id}:{desk.message.message_id}")
    label = desk.say.label("owner-pay-yes", money=money)
    await desk.show(
        desk.say("owner-pay-sure", title=fund.title, money=money),
        keyboard(
            [button(label, PayoutTap(act=PayoutAct.PAID, fund_id=fund.id), style="success")],
            [button(desk.say.label("button-cancel"), form.to(Act.OPEN, fund.id))],
        ),
    )


async def pay(desk: Desk, tap: PayoutTap) -> None:
    data = await desk.state.get_data()
    if data["fund_id"] != tap.fund_id:
        raise Gone
    kind, file_id = data["proof"]
    paid = await payouts.pay_out(
        desk.ctx,
        desk.actor_id,
        data["fund_id"],
        data["points"],
        Proof(kind, file_id),
        key=data["key"],
    )
    await desk.state.clear()
    text = desk.say(
        "owner-paid",
        title=paid.fund_title,
        money=paid.amount,
        points=paid.points,
        donors=paid.donors,
    )
    await desk.show(text, keyboard([go(desk.say, "owner-go-funds", Place.FUNDS)]))
