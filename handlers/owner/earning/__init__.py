"""Earning rules and how they come together."""

from aiogram import Router

from handlers.owner.earning import earning_rules, policies, rule_answers, rule_draft


def add_to(router: Router) -> None:
    for section in (
        earning_rules,
        rule_answers,
        rule_draft,
        policies,
    ):
        section.add_to(router)
