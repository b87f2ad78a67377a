"""Points for quizzes."""

from models.ledger import OperationKind
from models.surveys import Quiz, QuizRun
from services.integrity.checks.base import Beside, Check, Gave, Sheet, operation, or_0

QUIZ_RUNS = Sheet(
    QuizRun,
    beside=(
        operation(Gave, QuizRun.operation_id, OperationKind.ANSWER),
        Beside(Quiz, Quiz.id == QuizRun.quiz_id),
    ),
    checks=(
        Check(
            "a completed quiz brought its points",
            expected=Quiz.points,
            found=or_0(Gave.points),
            where=(QuizRun.completed_at.is_not(None),),
        ),
    ),
)
