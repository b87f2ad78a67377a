"""The points engine"""

from typing import Sequence

import sqlalchemy as sa
from alembic import op

import models.base

revision: str = '0002'
down_revision: str | None = '0001'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

SIGN = "CASE kind WHEN 'debt' THEN remaining <= 0 ELSE remaining >= 0 END"

COPIES_WERE_USED = "UPDATE member_offers SET used = 1 WHERE used_at IS NOT NULL"

PURCHASES_USED_OFFERS = """
INSERT INTO purchase_offers
    (purchase_id, offer_id, member_offer_id, member_id, at, discount, points, returned_at)
SELECT purchases.id, member_offers.offer_id, member_offers.id, purchases.member_id, purchases.at,
    0, 0, purchases.undone_at
FROM purchases JOIN member_offers ON member_offers.id = purchases.offer_id
"""

UNDONE_IS_REFUNDED = """
INSERT INTO refunds
    (key, kind, purchase_id, staff_id, at, amount, paid, points_returned, points_taken,
     points_owed, points_forgiven, take_operation_id, return_operation_id)
SELECT 'undo:' || purchases.id, 'undo', purchases.id,
    COALESCE(taken.staff_id, returned.staff_id, purchases.staff_id), purchases.undone_at,
    purchases.amount, purchases.paid, purchases.points_spent, COALESCE(-taken.points, 0), 0,
    purchases.points_earned - COALESCE(-taken.points, 0), taken.id, returned.id
FROM purchases
LEFT JOIN operations AS taken ON taken.reverses_id = purchases.earn_operation_id
LEFT JOIN operations AS returned ON returned.reverses_id = purchases.hold_operation_id
WHERE purchases.undone_at IS NOT NULL
"""

OFFERS_OF_PURCHASES = """
UPDATE purchases SET offer_id = (
    SELECT MIN(member_offer_id) FROM purchase_offers WHERE purchase_offers.purchase_id = purchases.id
)
"""

FOR_EVER = ('audit', 'operations', 'entries')
"""Tables whose rows are never changed and never deleted."""


def refuse_changes() -> None:
    if op.get_bind().dialect.name == 'postgresql':
        op.execute(
            "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            " RAISE EXCEPTION 'rows of % are for ever', TG_TABLE_NAME; END $$"
        )
        for table in FOR_EVER:
            op.execute(
                f"CREATE TRIGGER {table}_for_ever BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
                " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
            )
        return
    for table in FOR_EVER:
        for change in ('UPDATE', 'DELETE'):
            op.execute(
                f"CREATE TRIGGER {table}_for_ever_{change.lower()} BEFORE {change} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, 'rows of {table} are for ever'); END"
            )


def allow_changes() -> None:
    if op.get_bind().dialect.name == 'postgresql':
        for table in FOR_EVER:
            op.execute(f"DROP TRIGGER {table}_for_ever ON {table}")
        op.execute("DROP FUNCTION refuse_change()")
        return
    for table in FOR_EVER:
        for change in ('update', 'delete'):
            op.execute(f"DROP TRIGGER {table}_for_ever_{change}")


def upgrade() -> None:
    op.create_table('categories',
    sa.Column('id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('created_at', models.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('hidden_at', models.base.UtcDateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_categories'))
    )
    op.create_table('outlets',
    sa.Column('id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('created_at', models.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('hidden_at', models.base.UtcDateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_outlets'))
    )
    op.create_table('products',
    sa.Column('id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('sku', sa.String(length=64), nullable=True),
    sa.Column('category_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=True),
    sa.Column('created_at', models.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('hidden_at', models.base.UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['category_id'], ['categories.id'], name=op.f('fk_products_category_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_products')),
    sa.UniqueConstraint('sku', name=op.f('uq_products_sku'))
    )
    with op.batch_alter_table('products', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_products_category_id'), ['category_id'], unique=False)

    op.create_table('stamp_cards',
    sa.Column('id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('reward', sa.String(length=200), nullable=False),
    sa.Column('by', sa.Enum('visit', 'category', 'product', name='stampby', native_enum=False, length=24), nullable=False),
    sa.Column('category_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=True),
    sa.Column('product_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=True),
    sa.Column('needed', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('least', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('life_days', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=True),
    sa.Column('voucher_days', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('created_at', models.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('paused_at', models.base.UtcDateTime(timezone=True), nullable=True),
    sa.Column('deleted_at', models.base.UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['category_id'], ['categories.id'], name=op.f('fk_stamp_cards_category_id')),
    sa.ForeignKeyConstraint(['product_id'], ['products.id'], name=op.f('fk_stamp_cards_product_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_stamp_cards'))
    )
    op.create_table('member_stamp_cards',
    sa.Column('id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('card_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('member_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('stamps', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('filled', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('begun_at', models.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('expires_at', models.base.UtcDateTime(timezone=True), nullable=True),
    sa.CheckConstraint('stamps >= 0', name=op.f('ck_member_stamp_cards_not_negative')),
    sa.ForeignKeyConstraint(['card_id'], ['stamp_cards.id'], name=op.f('fk_member_stamp_cards_card_id')),
    sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_member_stamp_cards_member_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_member_stamp_cards')),
    sa.UniqueConstraint('card_id', 'member_id', name=op.f('uq_member_stamp_cards_card_id_member_id'))
    )
    with op.batch_alter_table('member_stamp_cards', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_member_stamp_cards_expires_at'), ['expires_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_member_stamp_cards_member_id'), ['member_id'], unique=False)

    op.create_table('books',
    sa.Column('version', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('at', models.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('staff_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=True),
    sa.Column('body', sa.JSON(none_as_null=True), nullable=False),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_books_staff_id')),
    sa.PrimaryKeyConstraint('version', name=op.f('pk_books'))
    )
    op.create_table('code_guesses',
    sa.Column('id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('staff_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('at', models.base.UtcDateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_code_guesses_staff_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_code_guesses'))
    )
    with op.batch_alter_table('code_guesses', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_code_guesses_at'), ['at'], unique=False)
        batch_op.create_index(batch_op.f('ix_code_guesses_staff_id'), ['staff_id'], unique=False)

    op.create_table('flags',
    sa.Column('id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('key', sa.String(length=120), nullable=False),
    sa.Column('suspicion', sa.Enum('card_a_day', 'cashier_an_hour', 'family', 'size', 'redemptions', 'codes', name='suspicion', native_enum=False, length=24), nullable=False),
    sa.Column('at', models.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('staff_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=True),
    sa.Column('member_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=True),
    sa.Column('purchase_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=True),
    sa.Column('points', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('facts', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('status', sa.Enum('open', 'accepted', 'undone', 'blocked', name='flagstatus', native_enum=False, length=24), nullable=False),
    sa.Column('resolved_by', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=True),
    sa.Column('resolved_at', models.base.UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_flags_member_id')),
    sa.ForeignKeyConstraint(['purchase_id'], ['purchases.id'], name=op.f('fk_flags_purchase_id')),
    sa.ForeignKeyConstraint(['resolved_by'], ['staff.id'], name=op.f('fk_flags_resolved_by')),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_flags_staff_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_flags')),
    sa.UniqueConstraint('key', name=op.f('uq_flags_key'))
    )
    with op.batch_alter_table('flags', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_flags_member_id'), ['member_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_flags_purchase_id'), ['purchase_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_flags_staff_id'), ['staff_id'], unique=False)
        batch_op.create_index('ix_flags_status', ['status', 'id'], unique=False)

    op.create_table('purchase_lines',
    sa.Column('id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('purchase_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('category_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=True),
    sa.Column('product_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=True),
    sa.Column('quantity', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('amount', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('discount', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('paid', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('points_earned', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('refunded', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['category_id'], ['categories.id'], name=op.f('fk_purchase_lines_category_id')),
    sa.ForeignKeyConstraint(['product_id'], ['products.id'], name=op.f('fk_purchase_lines_product_id')),
    sa.ForeignKeyConstraint(['purchase_id'], ['purchases.id'], name=op.f('fk_purchase_lines_purchase_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_purchase_lines'))
    )
    with op.batch_alter_table('purchase_lines', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_purchase_lines_category_id'), ['category_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_purchase_lines_product_id'), ['product_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_purchase_lines_purchase_id'), ['purchase_id'], unique=False)

    op.create_table('refunds',
    sa.Column('id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('key', sa.String(length=120), nullable=False),
    sa.Column('kind', sa.Enum('undo', 'refund', 'move', name='refundkind', native_enum=False, length=24), nullable=False),
    sa.Column('purchase_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('staff_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('at', models.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('amount', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('paid', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('points_returned', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('points_taken', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('points_owed', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('points_forgiven', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('take_operation_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=True),
    sa.Column('return_operation_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=True),
    sa.Column('lines', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('moved_to_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=True),
    sa.ForeignKeyConstraint(['moved_to_id'], ['purchases.id'], name=op.f('fk_refunds_moved_to_id')),
    sa.ForeignKeyConstraint(['purchase_id'], ['purchases.id'], name=op.f('fk_refunds_purchase_id')),
    sa.ForeignKeyConstraint(['return_operation_id'], ['operations.id'], name=op.f('fk_refunds_return_operation_id')),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_refunds_staff_id')),
    sa.ForeignKeyConstraint(['take_operation_id'], ['operations.id'], name=op.f('fk_refunds_take_operation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_refunds')),
    sa.UniqueConstraint('key', name=op.f('uq_refunds_key')),
    sa.UniqueConstraint('return_operation_id', name=op.f('uq_refunds_return_operation_id')),
    sa.UniqueConstraint('take_operation_id', name=op.f('uq_refunds_take_operation_id'))
    )
    with op.batch_alter_table('refunds', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_refunds_purchase_id'), ['purchase_id'], unique=False)

    op.create_table('stamps',
    sa.Column('id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('key', sa.String(length=120), nullable=False),
    sa.Column('member_card_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('purchase_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=True),
    sa.Column('voucher_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=True),
    sa.Column('count', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('at', models.base.UtcDateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['member_card_id'], ['member_stamp_cards.id'], name=op.f('fk_stamps_member_card_id')),
    sa.ForeignKeyConstraint(['purchase_id'], ['purchases.id'], name=op.f('fk_stamps_purchase_id')),
    sa.ForeignKeyConstraint(['voucher_id'], ['vouchers.id'], name=op.f('fk_stamps_voucher_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_stamps')),
    sa.UniqueConstraint('key', name=op.f('uq_stamps_key'))
    )
    with op.batch_alter_table('stamps', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_stamps_member_card_id'), ['member_card_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_stamps_purchase_id'), ['purchase_id'], unique=False)

    op.create_table('purchase_offers',
    sa.Column('id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('purchase_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('offer_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('member_offer_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=True),
    sa.Column('member_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('at', models.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('discount', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('points', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False),
    sa.Column('returned_at', models.base.UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_purchase_offers_member_id')),
    sa.ForeignKeyConstraint(['member_offer_id'], ['member_offers.id'], name=op.f('fk_purchase_offers_member_offer_id')),
    sa.ForeignKeyConstraint(['offer_id'], ['offers.id'], name=op.f('fk_purchase_offers_offer_id')),
    sa.ForeignKeyConstraint(['purchase_id'], ['purchases.id'], name=op.f('fk_purchase_offers_purchase_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_purchase_offers')),
    sa.UniqueConstraint('purchase_id', 'offer_id', name=op.f('uq_purchase_offers_purchase_id_offer_id'))
    )
    with op.batch_alter_table('purchase_offers', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_purchase_offers_member_id'), ['member_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_purchase_offers_member_offer_id'), ['member_offer_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_purchase_offers_offer_id'), ['offer_id'], unique=False)

    with op.batch_alter_table('audit', schema=None) as batch_op:
        batch_op.add_column(sa.Column('source', sa.Enum('chat', 'clock', 'command', name='auditsource', native_enum=False, length=24), nullable=False, server_default='chat'))
        batch_op.add_column(sa.Column('outlet_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=True))
        batch_op.create_index(batch_op.f('ix_audit_act'), ['act'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_audit_outlet_id'), 'outlets', ['outlet_id'], ['id'])

    with op.batch_alter_table('levels', schema=None) as batch_op:
        batch_op.add_column(sa.Column('perks', sa.Text(), nullable=True))
        batch_op.add_column(sa.Column('retired_at', models.base.UtcDateTime(timezone=True), nullable=True))
        batch_op.drop_constraint(batch_op.f('uq_levels_threshold'), type_='unique')

    with op.batch_alter_table('lots', schema=None) as batch_op:
        batch_op.add_column(sa.Column('starts_at', models.base.UtcDateTime(timezone=True), nullable=True))
        batch_op.create_index('ix_lots_account_starts', ['account_id', 'starts_at'], unique=False)
        batch_op.drop_constraint(batch_op.f('ck_lots_not_negative'), type_='check')
        batch_op.create_check_constraint(batch_op.f('ck_lots_sign'), SIGN)

    with op.batch_alter_table('member_offers', schema=None) as batch_op:
        batch_op.add_column(sa.Column('used', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False, server_default='0'))

    with op.batch_alter_table('members', schema=None) as batch_op:
        batch_op.add_column(sa.Column('remainder', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False, server_default='0'))
        batch_op.add_column(sa.Column('level_since', models.base.UtcDateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('level_kept_until', models.base.UtcDateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('level_checked_at', models.base.UtcDateTime(timezone=True), nullable=True))
        batch_op.create_index(batch_op.f('ix_members_level_checked_at'), ['level_checked_at'], unique=False)

    with op.batch_alter_table('offers', schema=None) as batch_op:
        batch_op.add_column(sa.Column('conditions', sa.JSON(none_as_null=True), nullable=False, server_default='{}'))
        batch_op.add_column(sa.Column('uses', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=True, server_default='1'))
        batch_op.add_column(sa.Column('alone', sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column('returns', sa.Boolean(), nullable=False, server_default=sa.true()))

    with op.batch_alter_table('operations', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('uq_operations_reverses_id'), type_='unique')
        batch_op.create_index(batch_op.f('ix_operations_reverses_id'), ['reverses_id'], unique=False)

    with op.batch_alter_table('programme', schema=None) as batch_op:
        batch_op.add_column(sa.Column('version', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False, server_default='1'))
        batch_op.add_column(sa.Column('trust', sa.JSON(none_as_null=True), nullable=False, server_default='{}'))

    op.execute(COPIES_WERE_USED)
    op.execute(PURCHASES_USED_OFFERS)
    op.execute(UNDONE_IS_REFUNDED)

    with op.batch_alter_table('purchases', schema=None) as batch_op:
        batch_op.add_column(sa.Column('outlet_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=True))
        batch_op.add_column(sa.Column('version', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False, server_default='1'))
        batch_op.add_column(sa.Column('discount', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False, server_default='0'))
        batch_op.add_column(sa.Column('refunded', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False, server_default='0'))
        batch_op.add_column(sa.Column('refunded_paid', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False, server_default='0'))
        batch_op.drop_constraint(batch_op.f('fk_purchases_offer_id'), type_='foreignkey')
        batch_op.create_foreign_key(batch_op.f('fk_purchases_outlet_id'), 'outlets', ['outlet_id'], ['id'])
        batch_op.drop_column('offer_id')

    op.execute("UPDATE purchases SET refunded = amount, refunded_paid = paid WHERE undone_at IS NOT NULL")

    with op.batch_alter_table('redemptions', schema=None) as batch_op:
        batch_op.add_column(sa.Column('lines', sa.JSON(none_as_null=True), nullable=True))
        batch_op.add_column(sa.Column('version', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=False, server_default='1'))

    with op.batch_alter_table('staff', schema=None) as batch_op:
        batch_op.add_column(sa.Column('outlet_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_staff_outlet_id'), 'outlets', ['outlet_id'], ['id'])

    refuse_changes()


def downgrade() -> None:
    allow_changes()

    with op.batch_alter_table('redemptions', schema=None) as batch_op:
        batch_op.drop_column('version')
        batch_op.drop_column('lines')

    with op.batch_alter_table('staff', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_staff_outlet_id'), type_='foreignkey')
        batch_op.drop_column('outlet_id')

    with op.batch_alter_table('purchases', schema=None) as batch_op:
        batch_op.add_column(sa.Column('offer_id', sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite'), nullable=True))
        batch_op.drop_constraint(batch_op.f('fk_purchases_outlet_id'), type_='foreignkey')
        batch_op.create_foreign_key(batch_op.f('fk_purchases_offer_id'), 'member_offers', ['offer_id'], ['id'])
        batch_op.drop_column('refunded_paid')
        batch_op.drop_column('refunded')
        batch_op.drop_column('discount')
        batch_op.drop_column('version')
        batch_op.drop_column('outlet_id')

    op.execute(OFFERS_OF_PURCHASES)

    with op.batch_alter_table('programme', schema=None) as batch_op:
        batch_op.drop_column('trust')
        batch_op.drop_column('version')

    with op.batch_alter_table('operations', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_operations_reverses_id'))
        batch_op.create_unique_constraint(batch_op.f('uq_operations_reverses_id'), ['reverses_id'])

    with op.batch_alter_table('offers', schema=None) as batch_op:
        batch_op.drop_column('returns')
        batch_op.drop_column('alone')
        batch_op.drop_column('uses')
        batch_op.drop_column('conditions')

    with op.batch_alter_table('members', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_members_level_checked_at'))
        batch_op.drop_column('level_checked_at')
        batch_op.drop_column('level_kept_until')
        batch_op.drop_column('level_since')
        batch_op.drop_column('remainder')

    with op.batch_alter_table('member_offers', schema=None) as batch_op:
        batch_op.drop_column('used')

    with op.batch_alter_table('lots', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('ck_lots_sign'), type_='check')
        batch_op.create_check_constraint(batch_op.f('ck_lots_not_negative'), 'remaining >= 0')
        batch_op.drop_index('ix_lots_account_starts')
        batch_op.drop_column('starts_at')

    with op.batch_alter_table('levels', schema=None) as batch_op:
        batch_op.create_unique_constraint(batch_op.f('uq_levels_threshold'), ['threshold'])
        batch_op.drop_column('retired_at')
        batch_op.drop_column('perks')

    with op.batch_alter_table('audit', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_audit_outlet_id'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_audit_act'))
        batch_op.drop_column('outlet_id')
        batch_op.drop_column('source')

    with op.batch_alter_table('purchase_offers', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_purchase_offers_offer_id'))
        batch_op.drop_index(batch_op.f('ix_purchase_offers_member_offer_id'))
        batch_op.drop_index(batch_op.f('ix_purchase_offers_member_id'))

    op.drop_table('purchase_offers')
    with op.batch_alter_table('stamps', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_stamps_purchase_id'))
        batch_op.drop_index(batch_op.f('ix_stamps_member_card_id'))

    op.drop_table('stamps')
    with op.batch_alter_table('refunds', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_refunds_purchase_id'))

    op.drop_table('refunds')
    with op.batch_alter_table('purchase_lines', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_purchase_lines_purchase_id'))
        batch_op.drop_index(batch_op.f('ix_purchase_lines_product_id'))
        batch_op.drop_index(batch_op.f('ix_purchase_lines_category_id'))

    op.drop_table('purchase_lines')
    with op.batch_alter_table('flags', schema=None) as batch_op:
        batch_op.drop_index('ix_flags_status')
        batch_op.drop_index(batch_op.f('ix_flags_staff_id'))
        batch_op.drop_index(batch_op.f('ix_flags_purchase_id'))
        batch_op.drop_index(batch_op.f('ix_flags_member_id'))

    op.drop_table('flags')
    with op.batch_alter_table('code_guesses', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_code_guesses_staff_id'))
        batch_op.drop_index(batch_op.f('ix_code_guesses_at'))

    op.drop_table('code_guesses')
    op.drop_table('books')
    with op.batch_alter_table('member_stamp_cards', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_member_stamp_cards_member_id'))
        batch_op.drop_index(batch_op.f('ix_member_stamp_cards_expires_at'))

    op.drop_table('member_stamp_cards')
    op.drop_table('stamp_cards')
    with op.batch_alter_table('products', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_products_category_id'))

    op.drop_table('products')
    op.drop_table('outlets')
    op.drop_table('categories')
