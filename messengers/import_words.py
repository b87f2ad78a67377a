"""A till's file in words: how it is read, and the result of the import. Plain text lines."""

from messengers.words import Say
from services.importing.column_mapping import Plan
from services.importing.file_kinds import Field
from services.importing.report import Report
from services.money import Money


def meaning(say: Say, plan: Plan, place: int) -> str:
    """The name of a column's field."""
    wanted = plan.fields[place]
    label = say.label("import-field", field=wanted)
    if wanted is Field.ATTRIBUTE:
        return f"{label} ({say.label('import-attribute', kind=plan.attributes[place] or 'none')})"
    return label


def example(plan: Plan, place: int) -> str:
    """An example value of a column."""
    return next((row[place] for row in plan.examples if place < len(row) and row[place]), "")


def remarks(say: Say, plan: Plan) -> list[str]:
    """Remarks to read before confirming."""
    lines = []
    if not plan.order_known or not plan.day_first:
        order = "day" if plan.day_first else "month"
        lines.append(say.label("import-dates", order=order))
    if not plan.order_known:
        lines.append(say.label("import-dates-doubtful"))
    for needs in plan.missing:
        fields = " / ".join(say.label("import-field", field=one) for one in needs)
        lines.append(say.label("import-missing", fields=fields))
    if plan.beyond:
        lines.append(say.label("import-beyond", seen=len(plan.head), count=plan.beyond))
    return lines


def outcome(say: Say, report: Report, currency: str) -> list[str]:
    """The report of an import or a dry run."""
    lines = []
    if report.before is not None:
        lines.append(say.label("import-before", at=report.before))
    lines.append(say.label("import-report", dry=report.dry, rows=report.rows))
    lines += [
        say.label("import-count", what=what, count=count) for what, count in report.counts.items()
    ]
    if report.first_at is not None and report.last_at is not None:
        first, last = (
            at.astimezone(say.timezone).date() for at in (report.first_at, report.last_at)
        )
        paid = Money(report.paid, currency)
        lines.append(say.label("import-paid", paid=paid, first=first, last=last))
    if not report.counts and not report.rejected:
        lines.append(say.label("import-nothing"))
    if report.rejected:
        lines.append(say.label("import-rejected", count=report.rejected))
        lines += [
            "  " + say.label("import-reason-count", reason=reason(say, one), count=count)
            for one, count in report.reasons.items()
        ]
    return lines


def reason(say: Say, one: str) -> str:
    return say.label("import-reason", reason=one)
