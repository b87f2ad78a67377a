"""What the shop knows of its members: totals by category, attributes, segments, answers"""

from collections.abc import Callable
from typing import Any, Sequence

import sqlalchemy as sa
from alembic import op

from models.base import UtcDateTime

revision: str = '0005'
down_revision: str | None = '0004'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

WHOLE = sa.BigInteger().with_variant(sa.INTEGER(), 'sqlite')

members = sa.table(
    'members',
    sa.column('id'),
    sa.column('city'),
    sa.column('city_key'),
    sa.column('first_purchase_at'),
)
purchases = sa.table(
    'purchases', sa.column('member_id'), sa.column('at'), sa.column('undone_at')
)


def fold_cities() -> None:
    connection = op.get_bind()
    named = sa.select(members.c.city).where(members.c.city.is_not(None)).distinct()
    for city in list(connection.scalars(named)):
        folded = sa.update(members).where(members.c.city == city)
        connection.execute(folded.values(city_key=city.casefold()))


def find_first_purchases() -> None:
    first = sa.select(sa.func.min(purchases.c.at)).where(
        purchases.c.member_id == members.c.id, purchases.c.undone_at.is_(None)
    )
    op.get_bind().execute(sa.update(members).values(first_purchase_at=first.scalar_subquery()))


MEMBERS = 20_000
"""Ids of members whose totals are worked out in one statement."""

FILL_TOTALS = sa.text("""
    INSERT INTO member_categories
        (member_id, category_id, purchases, quantity, paid, first_at, last_at)
    SELECT p.member_id, l.category_id, count(DISTINCT p.id), sum(l.quantity),
        sum(CASE WHEN l.amount = l.discount THEN 0 ELSE
            l.paid * (l.amount - l.discount - l.refunded) / (l.amount - l.discount) END),
        min(p.at), max(p.at)
    FROM purchases p JOIN purchase_lines l ON l.purchase_id = p.id
    WHERE p.member_id BETWEEN :first AND :last AND p.undone_at IS NULL
        AND l.category_id IS NOT NULL
        AND (l.amount = l.discount OR l.refunded < l.amount - l.discount)
    GROUP BY p.member_id, l.category_id
""")


def fill_totals() -> None:
    connection = op.get_bind()
    most = connection.scalar(sa.select(sa.func.max(members.c.id))) or 0
    for first in range(1, most + 1, MEMBERS):
        connection.execute(FILL_TOTALS, {'first': first, 'last': first + MEMBERS - 1})


def rewrite_audiences(rewrite: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    connection = op.get_bind()
    for name in ('campaigns', 'offers'):
        table = sa.table(name, sa.column('id'), sa.column('audience', sa.JSON()))
        for row in list(connection.execute(sa.select(table))):
            change = sa.update(table).where(table.c.id == row.id)
            connection.execute(change.values(audience=rewrite(row.audience)))


def as_tree(audience: dict[str, Any]) -> dict[str, Any]:
    match audience:
        case {'kind': 'everyone'}:
            return {'and': []}
        case {'kind': 'level', 'level_id': level_id}:
            return {'if': 'level', 'values': [level_id]}
        case {'kind': 'city', 'city': city}:
            return {'if': 'city', 'values': [city]}
        case {'kind': 'gender', 'gender': gender}:
            return {'if': 'gender', 'values': [gender]}
        case {'kind': 'age'}:
            bounds = {name: audience[name] for name in ('least', 'most') if name in audience}
            return {'if': 'age', **bounds}
        case {'kind': 'birthday', 'days': days}:
            return {'if': 'birthday', 'when': {'next': days}}
        case {'kind': 'new', 'days': days}:
            return {'if': 'joined', 'when': {'last': days}}
        case {'kind': 'sleeping', 'days': days}:
            return {'if': 'last_visit', 'when': {'before': days}}
        case {'kind': 'spent', 'amount': amount}:
            return {'if': 'spent', 'least': amount}
        case {'kind': 'list', 'member_ids': member_ids}:
            return {'if': 'member', 'values': member_ids}
    return audience


def as_audience(tree: dict[str, Any]) -> dict[str, Any]:
    """What the older version can say; of anything else, the members it could not name: nobody."""
    match tree:
        case {'and': []}:
            return {'kind': 'everyone'}
        case {'if': 'level', 'values': [int(level_id)]}:
            return {'kind': 'level', 'level_id': level_id}
        case {'if': 'city', 'values': [str(city)]}:
            return {'kind': 'city', 'city': city}
        case {'if': 'gender', 'values': [str(gender)]}:
            return {'kind': 'gender', 'gender': gender}
        case {'if': 'age'}:
            bounds = {name: tree[name] for name in ('least', 'most') if name in tree}
            return {'kind': 'age', **bounds}
        case {'if': 'birthday', 'when': {'next': int(days)}}:
            return {'kind': 'birthday', 'days': days}
        case {'if': 'joined', 'when': {'last': int(days)}}:
            return {'kind': 'new', 'days': days}
        case {'if': 'last_visit', 'when': {'before': int(days)}}:
            return {'kind': 'sleeping', 'days': days}
        case {'if': 'spent', 'least': int(amount), **rest} if not rest:
            return {'kind': 'spent', 'amount': amount}
        case {'if': 'member', 'values': [*member_ids]}:
            return {'kind': 'list', 'member_ids': member_ids}
    return {'kind': 'list', 'member_ids': []}


def upgrade() -> None:
    op.create_table('custom_attributes',
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('kind', sa.Enum('choice', 'several', 'number', name='attributekind', native_enum=False, length=24), nullable=False),
    sa.Column('created_at', UtcDateTime(timezone=True), nullable=False),
    sa.Column('retired_at', UtcDateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_custom_attributes'))
    )
    op.create_table('findings',
    sa.Column('name', sa.String(length=32), nullable=False),
    sa.Column('at', UtcDateTime(timezone=True), nullable=False),
    sa.Column('body', sa.JSON(none_as_null=True), nullable=False),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_findings'))
    )
    op.create_table('attribute_choices',
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('attribute_id', WHOLE, nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('position', WHOLE, nullable=False),
    sa.Column('retired_at', UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['attribute_id'], ['custom_attributes.id'], name=op.f('fk_attribute_choices_attribute_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attribute_choices'))
    )
    with op.batch_alter_table('attribute_choices', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_attribute_choices_attribute_id'), ['attribute_id'], unique=False)

    op.create_table('attribute_values',
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('member_id', WHOLE, nullable=False),
    sa.Column('attribute_id', WHOLE, nullable=False),
    sa.Column('choice_id', WHOLE, nullable=True),
    sa.Column('number', WHOLE, nullable=True),
    sa.Column('at', UtcDateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['attribute_id'], ['custom_attributes.id'], name=op.f('fk_attribute_values_attribute_id')),
    sa.ForeignKeyConstraint(['choice_id'], ['attribute_choices.id'], name=op.f('fk_attribute_values_choice_id')),
    sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_attribute_values_member_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attribute_values')),
    sa.UniqueConstraint('member_id', 'attribute_id', 'choice_id', name=op.f('uq_attribute_values_member_id_attribute_id_choice_id'))
    )
    with op.batch_alter_table('attribute_values', schema=None) as batch_op:
        batch_op.create_index('ix_attribute_values_asked', ['attribute_id', 'choice_id', 'member_id'], unique=False)

    op.create_table('children',
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('member_id', WHOLE, nullable=False),
    sa.Column('born', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_children_member_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_children'))
    )
    with op.batch_alter_table('children', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_children_member_id'), ['member_id'], unique=False)

    op.create_table('member_categories',
    sa.Column('member_id', WHOLE, autoincrement=False, nullable=False),
    sa.Column('category_id', WHOLE, autoincrement=False, nullable=False),
    sa.Column('purchases', WHOLE, nullable=False),
    sa.Column('quantity', WHOLE, nullable=False),
    sa.Column('paid', WHOLE, nullable=False),
    sa.Column('first_at', UtcDateTime(timezone=True), nullable=False),
    sa.Column('last_at', UtcDateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['category_id'], ['categories.id'], name=op.f('fk_member_categories_category_id')),
    sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_member_categories_member_id')),
    sa.PrimaryKeyConstraint('member_id', 'category_id', name=op.f('pk_member_categories'))
    )
    with op.batch_alter_table('member_categories', schema=None) as batch_op:
        batch_op.create_index('ix_member_categories_category_last', ['category_id', 'last_at', 'member_id'], unique=False)

    op.create_table('rfm_marks',
    sa.Column('member_id', WHOLE, autoincrement=False, nullable=False),
    sa.Column('recency', WHOLE, nullable=False),
    sa.Column('frequency', WHOLE, nullable=False),
    sa.Column('monetary', WHOLE, nullable=False),
    sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_rfm_marks_member_id')),
    sa.PrimaryKeyConstraint('member_id', name=op.f('pk_rfm_marks'))
    )
    op.create_table('imports',
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('staff_id', WHOLE, nullable=True),
    sa.Column('at', UtcDateTime(timezone=True), nullable=False),
    sa.Column('report', sa.JSON(none_as_null=True), nullable=False),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_imports_staff_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_imports'))
    )
    with op.batch_alter_table('imports', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_imports_digest'), ['digest'], unique=False)

    op.create_table('quizzes',
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('points', WHOLE, nullable=False),
    sa.Column('created_by', WHOLE, nullable=False),
    sa.Column('created_at', UtcDateTime(timezone=True), nullable=False),
    sa.Column('published_at', UtcDateTime(timezone=True), nullable=True),
    sa.Column('closed_at', UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['created_by'], ['staff.id'], name=op.f('fk_quizzes_created_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_quizzes'))
    )
    op.create_table('segments',
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('tree', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('frozen_at', UtcDateTime(timezone=True), nullable=True),
    sa.Column('created_by', WHOLE, nullable=False),
    sa.Column('created_at', UtcDateTime(timezone=True), nullable=False),
    sa.Column('deleted_at', UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['created_by'], ['staff.id'], name=op.f('fk_segments_created_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_segments'))
    )
    op.create_table('quiz_questions',
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('quiz_id', WHOLE, nullable=False),
    sa.Column('position', WHOLE, nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('attribute_id', WHOLE, nullable=False),
    sa.ForeignKeyConstraint(['attribute_id'], ['custom_attributes.id'], name=op.f('fk_quiz_questions_attribute_id')),
    sa.ForeignKeyConstraint(['quiz_id'], ['quizzes.id'], name=op.f('fk_quiz_questions_quiz_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_quiz_questions')),
    sa.UniqueConstraint('quiz_id', 'position', name=op.f('uq_quiz_questions_quiz_id_position'))
    )
    op.create_table('quiz_runs',
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('quiz_id', WHOLE, nullable=False),
    sa.Column('member_id', WHOLE, nullable=False),
    sa.Column('started_at', UtcDateTime(timezone=True), nullable=False),
    sa.Column('completed_at', UtcDateTime(timezone=True), nullable=True),
    sa.Column('reached', WHOLE, nullable=False),
    sa.Column('operation_id', WHOLE, nullable=True),
    sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_quiz_runs_member_id')),
    sa.ForeignKeyConstraint(['operation_id'], ['operations.id'], name=op.f('fk_quiz_runs_operation_id')),
    sa.ForeignKeyConstraint(['quiz_id'], ['quizzes.id'], name=op.f('fk_quiz_runs_quiz_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_quiz_runs')),
    sa.UniqueConstraint('quiz_id', 'member_id', name=op.f('uq_quiz_runs_quiz_id_member_id'))
    )
    with op.batch_alter_table('quiz_runs', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_quiz_runs_member_id'), ['member_id'], unique=False)

    op.create_table('segment_members',
    sa.Column('segment_id', WHOLE, autoincrement=False, nullable=False),
    sa.Column('member_id', WHOLE, autoincrement=False, nullable=False),
    sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_segment_members_member_id')),
    sa.ForeignKeyConstraint(['segment_id'], ['segments.id'], name=op.f('fk_segment_members_segment_id')),
    sa.PrimaryKeyConstraint('segment_id', 'member_id', name=op.f('pk_segment_members'))
    )
    with op.batch_alter_table('segment_members', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_segment_members_member_id'), ['member_id'], unique=False)

    op.create_table('feedback',
    sa.Column('id', WHOLE, nullable=False),
    sa.Column('key', sa.String(length=120), nullable=False),
    sa.Column('kind', sa.Enum('nps', 'satisfaction', name='feedbackkind', native_enum=False, length=24), nullable=False),
    sa.Column('member_id', WHOLE, nullable=False),
    sa.Column('purchase_id', WHOLE, nullable=True),
    sa.Column('asked_at', UtcDateTime(timezone=True), nullable=False),
    sa.Column('score', WHOLE, nullable=True),
    sa.Column('answered_at', UtcDateTime(timezone=True), nullable=True),
    sa.Column('comment', sa.Text(), nullable=True),
    sa.Column('settled_at', UtcDateTime(timezone=True), nullable=True),
    sa.Column('reply', sa.Text(), nullable=True),
    sa.Column('replied_by', WHOLE, nullable=True),
    sa.Column('replied_at', UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_feedback_member_id')),
    sa.ForeignKeyConstraint(['purchase_id'], ['purchases.id'], name=op.f('fk_feedback_purchase_id')),
    sa.ForeignKeyConstraint(['replied_by'], ['staff.id'], name=op.f('fk_feedback_replied_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_feedback')),
    sa.UniqueConstraint('key', name=op.f('uq_feedback_key'))
    )
    with op.batch_alter_table('feedback', schema=None) as batch_op:
        batch_op.create_index('ix_feedback_member_asked', ['member_id', 'asked_at'], unique=False)
        batch_op.create_index('ix_feedback_settled_answered', ['settled_at', 'answered_at'], unique=False)

    with op.batch_alter_table('deliveries', schema=None) as batch_op:
        batch_op.add_column(sa.Column('tapped_at', UtcDateTime(timezone=True), nullable=True))

    with op.batch_alter_table('members', schema=None) as batch_op:
        batch_op.add_column(sa.Column('family', sa.Enum('single', 'couple', 'married', name='family', native_enum=False, length=24), nullable=True))
        batch_op.add_column(sa.Column('contact_time', sa.Enum('morning', 'day', 'evening', name='contacttime', native_enum=False, length=24), nullable=True))
        batch_op.add_column(sa.Column('unasked_at', UtcDateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('city_key', sa.String(length=100), nullable=True))
        batch_op.add_column(sa.Column('external_id', sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column('first_purchase_at', UtcDateTime(timezone=True), nullable=True))
        batch_op.drop_index(batch_op.f('ix_members_city'))
        batch_op.create_index(batch_op.f('ix_members_city_key'), ['city_key'], unique=False)
        batch_op.drop_index('ix_members_last_purchase_at')
        batch_op.create_index('ix_members_last_purchase_at', ['last_purchase_at', 'purchases_count', 'deleted_at'], unique=False)
        batch_op.create_index('ix_members_purchases_count', ['purchases_count', 'last_purchase_at', 'spent_total', 'deleted_at'], unique=False)
        batch_op.create_index('ix_members_spent_total', ['spent_total', 'deleted_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_members_referrer_id'), ['referrer_id'], unique=False)
        batch_op.create_unique_constraint(batch_op.f('uq_members_external_id'), ['external_id'])

    with op.batch_alter_table('programme', schema=None) as batch_op:
        batch_op.add_column(sa.Column('feedback', sa.JSON(none_as_null=True), nullable=False, server_default='{}'))
        batch_op.add_column(sa.Column('offers_a_week', WHOLE, nullable=True))

    with op.batch_alter_table('purchases', schema=None) as batch_op:
        batch_op.drop_index('ix_purchases_member_at')
        batch_op.create_index('ix_purchases_member_at', ['member_id', 'at', 'undone_at', 'paid', 'refunded_paid'], unique=False)
    with op.batch_alter_table('campaigns', schema=None) as batch_op:
        batch_op.add_column(sa.Column('external_id', sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column('title', sa.String(length=200), nullable=True))
        batch_op.create_unique_constraint(batch_op.f('uq_campaigns_external_id'), ['external_id'])

    with op.batch_alter_table('offers', schema=None) as batch_op:
        batch_op.add_column(sa.Column('external_id', sa.String(length=64), nullable=True))
        batch_op.create_unique_constraint(batch_op.f('uq_offers_external_id'), ['external_id'])

    fold_cities()
    find_first_purchases()
    fill_totals()
    rewrite_audiences(as_tree)


def downgrade() -> None:
    rewrite_audiences(as_audience)

    with op.batch_alter_table('purchases', schema=None) as batch_op:
        batch_op.drop_index('ix_purchases_member_at')
        batch_op.create_index('ix_purchases_member_at', ['member_id', 'at'], unique=False)
    with op.batch_alter_table('offers', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('uq_offers_external_id'), type_='unique')
        batch_op.drop_column('external_id')

    with op.batch_alter_table('campaigns', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('uq_campaigns_external_id'), type_='unique')
        batch_op.drop_column('title')
        batch_op.drop_column('external_id')

    with op.batch_alter_table('programme', schema=None) as batch_op:
        batch_op.drop_column('offers_a_week')
        batch_op.drop_column('feedback')

    with op.batch_alter_table('members', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('uq_members_external_id'), type_='unique')
        batch_op.drop_index(batch_op.f('ix_members_referrer_id'))
        batch_op.drop_index('ix_members_spent_total')
        batch_op.drop_index('ix_members_purchases_count')
        batch_op.drop_index('ix_members_last_purchase_at')
        batch_op.create_index('ix_members_last_purchase_at', ['last_purchase_at'], unique=False)
        batch_op.drop_index(batch_op.f('ix_members_city_key'))
        batch_op.create_index(batch_op.f('ix_members_city'), ['city'], unique=False)
        batch_op.drop_column('first_purchase_at')
        batch_op.drop_column('external_id')
        batch_op.drop_column('city_key')
        batch_op.drop_column('unasked_at')
        batch_op.drop_column('contact_time')
        batch_op.drop_column('family')

    with op.batch_alter_table('deliveries', schema=None) as batch_op:
        batch_op.drop_column('tapped_at')

    with op.batch_alter_table('feedback', schema=None) as batch_op:
        batch_op.drop_index('ix_feedback_settled_answered')
        batch_op.drop_index('ix_feedback_member_asked')

    op.drop_table('feedback')
    with op.batch_alter_table('segment_members', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_segment_members_member_id'))

    op.drop_table('segment_members')
    with op.batch_alter_table('quiz_runs', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_quiz_runs_member_id'))

    op.drop_table('quiz_runs')
    op.drop_table('quiz_questions')
    op.drop_table('segments')
    op.drop_table('quizzes')
    with op.batch_alter_table('imports', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_imports_digest'))

    op.drop_table('imports')
    op.drop_table('rfm_marks')
    with op.batch_alter_table('member_categories', schema=None) as batch_op:
        batch_op.drop_index('ix_member_categories_category_last')

    op.drop_table('member_categories')
    with op.batch_alter_table('children', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_children_member_id'))

    op.drop_table('children')
    with op.batch_alter_table('attribute_values', schema=None) as batch_op:
        batch_op.drop_index('ix_attribute_values_asked')

    op.drop_table('attribute_values')
    with op.batch_alter_table('attribute_choices', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_attribute_choices_attribute_id'))

    op.drop_table('attribute_choices')
    op.drop_table('findings')
    op.drop_table('custom_attributes')
