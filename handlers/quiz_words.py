"""A quiz's question as members read it, and as its owner looks at it beforehand."""

from messengers.words import Say
from services.quizzes import Question, QuizView


def asked(say: Say, quiz: QuizView, question: Question) -> str:
    """Its number, its text and how to answer; the first one under what the quiz says of itself."""
    number = quiz.asked.index(question) + 1
    parts = [say("quiz-question", number=number, count=len(quiz.asked), text=question.text)]
    if number == 1 and quiz.text:
        parts.insert(0, say("quiz-text", text=quiz.text))
    parts.append(say("quiz-how", kind=question.attribute.kind))
    return "\n\n".join(parts)
