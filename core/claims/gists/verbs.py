"""The finite verb of a clause, and how it stands second in a main clause."""

from core.claims.scene import Scene
from core.german.grammar import grammar
from core.german.tags import without_signs


def finite_verb(scene: Scene, at: int) -> int | None:
    """The finite verb of a clause; a plural that stands last looks like an infinitive: `die sie abgelehnt haben`."""
    clause = scene.clauses[at]
    last = clause.verb.tokens[-1:] if clause.verb and clause.kind in {"subordinate", "relative"} else ()
    like_one = next((i for i in last if scene.words[i].tag[1:] in {"AINF", "MINF", "VINF"}), None)
    finite = scene.finite(at)
    return like_one if finite is None else finite


def verb_second(scene: Scene, at: int, finite: int) -> tuple[str, str] | None:
    """A finite verb as it stands second in a sentence, and what then stands last: `stimmte` and `mit`.

    The latter is empty where nothing is split off; None where the verb may be separable or not.
    """
    clause, form = scene.clauses[at], scene.words[finite].text
    form = form[0].lower() + form[1:]
    last = without_signs(clause.tokens, scene.words)[-1]
    if clause.kind == "main" or finite != last or scene.words[finite].tag[:2] != "VV":
        return form, ""
    particles = grammar().verbs
    if form.startswith(particles.perhaps_separable):
        return None
    lemma = clause.verb.lemma if clause.verb else ""
    fitting = (p for p in particles.separable if form.startswith(p) and lemma.startswith(p))
    particle = max(fitting, key=len, default="")  # `darstellen`: `dar`, not `da`
    return form.removeprefix(particle), particle
