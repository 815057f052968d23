"""A plan that lacks nothing of what a record asks for."""

from catalogue.plans import Plan

WHOLE = Plan(
    title="Nærvær på Åskolen",
    headline="Hurtig kontakt ved fravær",
    summary="Skolen ringer efter tre dage.",
    municipality="Odder",
    themes=("skolefravaer",),
    focus_areas=("styrket-foraeldresamarbejde",),
    problem="Mange er væk.",
    purpose="Færre lange fravær.",
    actions="Vi ringer til morgenvækkerne.",
)
