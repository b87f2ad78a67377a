"""The terms one by one: the value now, what another would do, and only then the change."""

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup

from handlers.desk import Desk
from handlers.owner.programme import programme_words
from handlers.owner.programme.programme_words import kind_of
from handlers.owner.programme.term_table import RATE, TERMS, Term, rate_of
from handlers.owner.shared.fields import Asked, Draft, Field, Values, dashed
from handlers.owner.shared.form import Act, Form, FormTap
from handlers.owner.shared.navigation import Go, Place, back, percent, short
from handlers.screens import Row, button, in_rows, keyboard
from messengers.words import Say
from services.programme import Terms, settings
from services.programme.settings import Changes


class TermsForm(StatesGroup):
    value = State()  # a term is on the screen, its value may be typed
    drafted = State()  # the same before the launch
    sure = State()  # a new value is on the screen with its effect


class TermTap(FormTap, prefix="ou"):
    pass


def add_to(router: Router) -> None:
    router.callback_query.register(rules_now, Go.filter(F.to == Place.RULES))
    form.add_to(router)


async def rules_now(desk: Desk) -> None:
    terms = await desk.terms()
    text = "\n\n".join(
        (
            desk.say("owner-rules"),
            programme_words.sentence(desk.say, terms),
            programme_words.example(desk.say, terms),
        )
    )
    rows = term_rows(form, desk.say, terms)
    await desk.show(text, keyboard(*rows, back(desk.say, Place.SETUP)))


def term_rows(form: Form, say: Say, terms: Terms) -> list[Row]:
    """A button for each term with its value, which asks for another in this form."""
    rates = [
        button(
            short(say.label("owner-rate", level=level.name, rate=percent(say, level.rate_bp)), 18),
            form.to(Act.EDIT, field=f"{RATE}{level.id}"),
        )
        for level in terms.levels
    ]
    rows = list(in_rows(rates, 3))
    for term in TERMS:
        name = programme_words.term_name(say, terms, term.name)
        value = programme_words.term_value(say, terms, term.name)
        rows.append([button(short(f"{name}: {value}"), form.to(Act.EDIT, field=term.name))])
    return rows


def rates(terms: Terms) -> list[Field]:
    """The rate of each level."""
    return [_field(rate_of(level.id)) for level in terms.levels]


def changes_of(values: Values) -> Changes:
    """Answers of the form as changes of the programme."""
    rates = {
        programme_words.level_of(name): value
        for name, value in values.items()
        if name.startswith(RATE)
    }
    others = {name: value for name, value in values.items() if not name.startswith(RATE)}
    return Changes(others, rates)


def _field(term: Term) -> Field:
    async def question(asked: Asked) -> str:
        return asked.say(
            "owner-term-ask",
            term=programme_words.term_name(asked.say, asked.terms, term.name),
            value=programme_words.term_value(asked.say, asked.terms, term.name),
            hint=asked.say.label(f"owner-hint-{dashed(kind_of(term.name))}"),
        )

    return Field(
        term.name,
        term.read,
        term.chips,
        label=lambda asked, value: term.said(asked.say, value),
        question=question,
        width=term.width,
    )


async def _preview(desk: Desk, draft: Draft) -> str:
    """The effect of the new value."""
    say, term, before = desk.say, draft.field, await desk.terms()
    after = await settings.preview(desk.ctx, changes_of(draft.values))
    text = say(
        "owner-term-sure",
        term=programme_words.term_name(say, after, term),
        before=programme_words.term_value(say, before, term),
        after=programme_words.term_value(say, after, term),
    )
    effect = programme_words.effect(say, after, term, desk.now)
    warnings = programme_words.poorer(say, after) if term.startswith(RATE) else []
    return "\n\n".join([text, effect, *warnings])


async def _change(desk: Desk, _: int, values: Values) -> None:
    await settings.change(desk.ctx, desk.actor_id, changes_of(values))


form = Form(
    name="term",
    tap=TermTap,
    asking=TermsForm.value,
    sure=TermsForm.sure,
    fields=tuple(map(_field, TERMS)),
    more=rates,
    preview=_preview,
    change=_change,
    show=lambda desk, _: rules_now(desk),
    out=lambda say, _: back(say, Place.RULES),
    toast=True,
)
