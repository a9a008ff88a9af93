"""The self-test: questions made from the arrows of a pathway, and those that authors wrote.

Python makes every question of a page once, with all its answers; the browser chooses a round by a
seed (assets/js/quiz/rules/quiz-round.js) and plays it. docs/selftest.md says what is asked when.
"""
