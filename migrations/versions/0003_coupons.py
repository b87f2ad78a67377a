"""Coupons: codes and links of members' own copies of offers"""

from typing import Sequence

import sqlalchemy as sa
from alembic import op

from app.clock import SystemSecrets
from services import codes

revision: str = '0003'
down_revision: str | None = '0002'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

GIVEN_AT_ONCE = ('points', 'gift')
"""Kinds that without conditions are given with their message: their copies are no coupons."""

offers = sa.table(
    'offers', sa.column('id'), sa.column('kind', sa.String()), sa.column('conditions', sa.JSON())
)
copies = sa.table(
    'member_offers', sa.column('id'), sa.column('offer_id'), sa.column('code'), sa.column('token')
)


def make_coupons() -> None:
    connection = op.get_bind()
    secrets = SystemSecrets()
    used_at_the_till = [
        offer.id
        for offer in connection.execute(sa.select(offers))
        if offer.conditions or offer.kind not in GIVEN_AT_ONCE
    ]
    for offer_id in used_at_the_till:
        given = connection.scalars(sa.select(copies.c.id).where(copies.c.offer_id == offer_id))
        coupons = [
            {'copy': copy_id, 'code': codes.draw(secrets), 'token': secrets.token()}
            for copy_id in given
        ]
        if coupons:
            connection.execute(
                sa.update(copies).where(copies.c.id == sa.bindparam('copy')), coupons
            )


def upgrade() -> None:
    with op.batch_alter_table('member_offers', schema=None) as batch_op:
        batch_op.add_column(sa.Column('code', sa.String(length=12), nullable=True))
        batch_op.add_column(sa.Column('token', sa.String(length=40), nullable=True))

    make_coupons()

    with op.batch_alter_table('member_offers', schema=None) as batch_op:
        batch_op.create_unique_constraint(batch_op.f('uq_member_offers_code'), ['code'])
        batch_op.create_unique_constraint(batch_op.f('uq_member_offers_token'), ['token'])


def downgrade() -> None:
    with op.batch_alter_table('member_offers', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('uq_member_offers_token'), type_='unique')
        batch_op.drop_constraint(batch_op.f('uq_member_offers_code'), type_='unique')
        batch_op.drop_column('token')
        batch_op.drop_column('code')
