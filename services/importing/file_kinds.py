"""Kinds of files that tills export, and the fields of their columns."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class FileKind(StrEnum):
    """Kinds of files, by the meaning of one row."""

    MEMBERS = "members"
    PURCHASES = "purchases"  # a receipt, or a line of a receipt
    PRODUCTS = "products"
    CAMPAIGNS = "campaigns"  # a broadcast of the shop
    RECEIVERS = "receivers"  # a member who received a campaign
    REDEMPTIONS = "redemptions"  # a member who used a coupon


class Field(StrEnum):
    """Meanings of a column."""

    EXTERNAL_ID = "external_id"  # the member's number in the till
    PHONE = "phone"
    NAME = "name"
    BIRTHDAY = "birthday"
    GENDER = "gender"
    CITY = "city"
    JOINED = "joined"
    DATA_CONSENT = "data_consent"
    ADS_CONSENT = "ads_consent"
    POINTS = "points"  # the opening balance
    ATTRIBUTE = "attribute"  # a custom attribute of the shop
    RECEIPT = "receipt"
    DATE = "date"
    TIME = "time"
    OUTLET = "outlet"
    SKU = "sku"
    PRODUCT = "product"
    CATEGORY = "category"
    QUANTITY = "quantity"
    AMOUNT = "amount"  # at full price
    PAID = "paid"
    DISCOUNT = "discount"
    CAMPAIGN = "campaign"
    TITLE = "title"
    START = "start"
    END = "end"
    COUPON = "coupon"
    IGNORE = "ignore"


WHO = (Field.EXTERNAL_ID, Field.PHONE)
MONEY = (Field.AMOUNT, Field.PAID, Field.DISCOUNT)
DATES = (Field.BIRTHDAY, Field.JOINED, Field.DATE, Field.START, Field.END)
CONSENTS = (Field.DATA_CONSENT, Field.ADS_CONSENT)
GOODS = (Field.SKU, Field.PRODUCT, Field.CATEGORY, Field.QUANTITY)
MANY = {Field.NAME, Field.PRODUCT, Field.TITLE, Field.DISCOUNT, Field.ATTRIBUTE, Field.IGNORE}
"""Fields that several columns may have: texts are joined, discounts added up."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The fields of a kind of file; it needs one field of every tuple in `needs`."""

    fields: tuple[Field, ...]
    needs: tuple[tuple[Field, ...], ...]


SHAPES: Mapping[FileKind, Shape] = {
    FileKind.MEMBERS: Shape(
        fields=(
            *WHO,
            *(Field.NAME, Field.BIRTHDAY, Field.GENDER, Field.CITY, Field.JOINED, Field.POINTS),
            *CONSENTS,
            Field.ATTRIBUTE,
        ),
        needs=(WHO,),
    ),
    FileKind.PURCHASES: Shape(
        fields=(*WHO, Field.RECEIPT, Field.DATE, Field.TIME, Field.OUTLET, *GOODS, *MONEY),
        needs=(WHO, (Field.DATE,), (Field.PAID, Field.AMOUNT)),
    ),
    FileKind.PRODUCTS: Shape(
        fields=(Field.SKU, Field.PRODUCT, Field.CATEGORY), needs=((Field.SKU,),)
    ),
    FileKind.CAMPAIGNS: Shape(
        fields=(Field.CAMPAIGN, Field.TITLE, Field.START, Field.END),
        needs=((Field.CAMPAIGN,), (Field.START,)),
    ),
    FileKind.RECEIVERS: Shape(
        fields=(Field.CAMPAIGN, *WHO, Field.DATE), needs=((Field.CAMPAIGN,), WHO)
    ),
    FileKind.REDEMPTIONS: Shape(
        fields=(Field.COUPON, *WHO, Field.DATE, Field.CAMPAIGN),
        needs=((Field.COUPON,), WHO, (Field.DATE,)),
    ),
}
