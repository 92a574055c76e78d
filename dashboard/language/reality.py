"""How real a told event is: happened, ongoing, planned, claimed, denied, or only wished for and no event at all."""

from __future__ import annotations

from dashboard.language import syntax
from dashboard.language.details import BELIEVING, HEDGES, WILL
from dashboard.language.happenings import Happening
from dashboard.language.scenes import Scene
from dashboard.language.tense import tense_of
from dashboard.records import Status

#: Verbs and adjectives whose complement need not come true; what they govern is no event.
UNREAL = frozenset(
    {
        "want", "wish", "hope", "urge", "ask", "demand", "request", "call", "seek", "consider", "threaten", "refuse",
        "decline", "deny", "try", "attempt", "fail", "warn", "propose", "suggest", "discourage", "prevent", "avoid",
        "stop", "dare", "like", "love", "willing", "eager", "unwilling", "able", "unable", "possible", "contemplate",
        "mull", "weigh", "dream", "fear", "worry", "ready", "willingness", "readiness", "determination",
        "encourage", "persuade", "press", "appeal", "instruct", "instead",
        "require", "oblige", "advise", "reconsider", "rule", "ground", "reason",
        "desire", "offer", "proposal", "effort", "refusal", "possibility", "prospect", "chance", "opposition",
    }
)  # fmt: skip
#: What is done to an event that then does not come about, and the same as verb and particle.
CANCELLING = frozenset(
    {
        "cancel",
        "postpone",
        "scrap",
        "shelve",
        "abandon",
        "boycott",
        "skip",
        "delay",
        "defer",
        "block",
        "refuse",
        "reject",
    }
    | {"suspend", "call off", "put off", "break off", "rule out"}
)
#: Verbs whose complement is agreed on: a plan.
PLANNING = frozenset(
    {
        "plan", "schedule", "set", "agree", "prepare", "intend", "arrange", "due", "decide", "vow", "promise", "pledge",
        "accept", "expect",
    }
)  # fmt: skip
PLANNED_WORDS = frozenset(["planned", "upcoming", "forthcoming", "scheduled", "coming", "next", "expected", "future"])
VAGUE_WORDS = frozenset(["any", "possible", "potential", "proposed", "hypothetical", "eventual", "such", "no"])
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
MAY = frozenset({"may", "might", "could", "can", "should", "must"})
#: "Has to supply" and "needs to pay" ask for what is not done yet; "had to leave" tells that it was.
OBLIGED = frozenset({"have", "need"})
#: Prepositions before an event that is taken as known.
MEANWHILE = frozenset({"during", "after", "following", "since", "amid"})
#: Verbs after which "for talks" names what is still to come.
MOVING = frozenset({"arrive", "come", "go", "travel", "fly", "leave", "depart", "head", "return", "land", "set"})
#: Verbs of which the future says that something goes on now.
GOING_ON = frozenset({"continue", "remain", "stay", "proceed"})
STEPS_UP = 6
CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "pcomp", "acl", "relcl", "conj"})


def find_status(scene: Scene, happening: Happening) -> Status | None:
    """How real it is; None for what is only wished for, possible, or said in direct words."""
    words, token = scene.words, happening.token
    if scene.in_direct_words(token):
        return None
    if happening.form != "noun":
        return _verb_status(scene, happening, token)
    kids = {words.lowers[child] for child in words.children[token]}
    preposition = words.heads[token]
    during = words.lowers[preposition] in MEANWHILE
    governed = words.deps[token] == "pobj" and not during
    if kids & VAGUE_WORDS or (governed and words.lemmas[words.heads[preposition]] in UNREAL):
        return None
    verb = scene.verb_above(token)
    bound_for = words.lowers[preposition] == "for" and verb is not None and words.lemmas[verb] in MOVING
    if kids & PLANNED_WORDS or bound_for:
        return "planned"
    if verb is None or during:
        return "happened"
    if words.heads[token] == verb and syntax.verb_phrase(words, verb) in CANCELLING:
        return None
    return _verb_status(scene, happening, verb)


def _verb_status(scene: Scene, happening: Happening, verb: int) -> Status | None:
    if _is_unreal(scene, verb):
        return None
    return "denied" if _is_negated(scene, verb, happening) else _told(scene, verb)


def _told(scene: Scene, verb: int) -> Status:
    words = scene.words
    kids = {words.lowers[child] for child in words.children[verb]}
    helpers = {words.lowers[child] for child in words.kids(verb, "aux", "auxpass")}
    head = words.heads[verb]
    if words.lemmas[verb] in GOING_ON and helpers & WILL:
        return "ongoing"
    if helpers & WILL or (words.tags[verb] == "VB" and words.lemmas[head] in PLANNING | {"invitation", "plan", "be"}):
        return "planned"
    if tense_of(words.doc[verb]) == "future" and words.tags[verb] == "VB":
        return "planned"
    if kids & HEDGES or (words.deps[verb] in ("ccomp", "xcomp") and words.lemmas[head] in BELIEVING):
        return "claimed"
    if words.tags[verb] == "VBG" and helpers & {"is", "are", "'s", "'re"}:
        return "ongoing"
    if words.lemmas[verb] == "be" and words.tags[verb] in ("VBZ", "VBP"):
        return "ongoing"
    return "happened"


def _is_unreal(scene: Scene, verb: int) -> bool:
    """True for what is asked, wished for, possible, a condition or an aim, and for what hangs on such a verb."""
    words = scene.words
    if _has_condition(scene, verb):
        return True
    for _ in range(STEPS_UP):
        if {words.lowers[child] for child in words.kids(verb, "aux", "mark")} & (MAY | CONDITIONS):
            return True
        head, dep = words.heads[verb], words.deps[verb]
        if head == verb or dep not in CLAUSES:
            return False
        infinitive = words.tags[verb] == "VB"
        if infinitive and dep == "xcomp" and words.lemmas[head] in OBLIGED and words.tags[head] in ("VB", "VBP", "VBZ"):
            return True
        if dep == "advcl" and infinitive and any(words.lowers[kid] == "to" for kid in words.kids(verb, "aux")):
            return True
        if dep == "relcl" or not (infinitive or words.tags[verb] in ("VBG", "VBN") or dep == "conj"):
            return False
        above = head if words.is_verb(head) or words.pos[head] in ("ADJ", "NOUN") else words.heads[head]
        if words.pos[above] == "NOUN" and any(words.lowers[child] == "no" for child in words.kids(above, "det")):
            return True  # "Had no plan to attack".
        if words.pos[above] == "NOUN" and words.lemmas[above] not in UNREAL:
            governor = scene.verb_above(above)
            if governor is None:
                return False
            above = governor
        complements = words.kids(above, "acomp", "attr") if words.lemmas[above] == "be" else []
        if (dep not in ("conj", "advcl") or _is_complement(scene, verb)) and any(
            words.lemmas[each] in UNREAL for each in (above, *complements)
        ):
            return True
        verb = above
    return False


def _has_condition(scene: Scene, verb: int) -> bool:
    """True for "would visit if nobody objected"."""
    words = scene.words
    marks = (mark for clause in words.kids(verb, "advcl") for mark in words.kids(clause, "mark"))
    return any(words.lowers[mark] in CONDITIONS for mark in marks)


def _is_complement(scene: Scene, verb: int) -> bool:
    """True for "sending" in "ruled out sending", which the parser takes for a clause of its own."""
    words = scene.words
    return words.tags[verb] == "VBG" and words.deps[verb - 1] == "prt" and words.heads[verb - 1] == words.heads[verb]


def _is_negated(scene: Scene, verb: int, happening: Happening) -> bool:
    words = scene.words
    if happening.form == "noun" and verb not in (words.heads[happening.token], happening.token):
        return False
    if words.kids(verb, "neg") or any(words.lowers[child] == "longer" for child in words.kids(verb, "advmod")):
        return True
    if happening.form == "noun":
        return any(words.lowers[child] in ("no", "neither") for child in words.kids(happening.token, "det", "neg"))
    nouns = [*([happening.thing] if happening.thing is not None else []), *syntax.objects_of(words, verb)]
    subject = syntax.patient(words, verb) if syntax.is_passive(words, verb) else syntax.subject(words, verb)
    nouns += [subject] if subject is not None else []
    return any(words.lowers[child] in ("no", "neither") for noun in nouns for child in words.kids(noun, "det", "neg"))
