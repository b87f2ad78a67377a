"""The member's room."""

from aiogram import Router

from handlers.desk import hand_desk
from handlers.member import (
    approvals,
    attributes,
    balance,
    card,
    charity,
    children,
    coupons,
    feedback,
    help_screen,
    joining,
    leaving,
    level,
    offers,
    phone,
    profile,
    quiz,
    referral,
    rewards,
    settings,
    stamps,
    vouchers,
)
from handlers.member.access import FlowEnds, MembersOnly

SECTIONS = (
    balance,
    approvals,
    card,
    stamps,
    level,
    rewards,
    vouchers,
    charity,
    offers,
    coupons,
    referral,
    profile,
    attributes,
    children,
    quiz,
    feedback,
    phone,
    settings,
)
"""Sections tapped most stand first, because an update tries the handlers one by one."""

FLOWS = (charity, profile, attributes, children, quiz, feedback, phone)
"""Sections that ask for an answer which is typed or shared."""


def build_router() -> Router:
    """A router that knows everything a member can do, and how to become one."""
    room = Router(name="member")
    room.include_routers(_members(), _guests())
    joining.add_for_all(room)
    return room


def _members() -> Router:
    router = Router(name="members")
    for observer in (router.message, router.callback_query):
        observer.outer_middleware(MembersOnly())
        observer.middleware(FlowEnds())
    hand_desk(router)
    for section in SECTIONS:
        section.add_to(router)
    leaving.add_for_members(router)
    joining.add_for_members(router)
    help_screen.add_for_members(router)
    help_screen.add_for_all(router)
    for flow in FLOWS:  # after every command and menu button: these end a flow, not answer it
        flow.add_steps(router)
    help_screen.add_last_for_members(router)
    return router


def _guests() -> Router:
    router = Router(name="guests")
    hand_desk(router)
    joining.add_for_guests(router)
    leaving.add_for_guests(router)
    help_screen.add_for_guests(router)
    help_screen.add_for_all(router)
    help_screen.add_last_for_guests(router)
    return router
