"""The columns of the frames that a corpus holds; they stand also in an empty frame.

Days are ISO text or None, offsets are code points into the article's text. A column with a plural name holds a tuple.
``source`` is what counts as one source: the group of articles that print one text, else the outlet, else the article.
"""

#: Columns that a claim has from its own row of the store.
EVIDENCE_COLUMNS = ("start", "end", "words", "first_day", "last_day", "day_basis", "day_words", "found_by")
#: Columns that every claim has.
CLAIM_COLUMNS = (
    "id",
    "statement",
    "article_id",
    "outlet",
    "title",
    "url",
    "published",
    "source",
    *EVIDENCE_COLUMNS,
)
REACTION_COLUMNS = (
    *CLAIM_COLUMNS,
    "reaction",
    "actor",
    "actor_kind",
    "country",
    "role",
    "identity",
    "person",
    "targets",
    "modality",
    "cue_start",
    "cue_end",
    "condition_start",
    "condition_end",
    "condition",
    "root",
    "mode",
    "quote_id",
)
QUOTE_COLUMNS = (
    *CLAIM_COLUMNS,
    "form",
    "speaker",
    "speaker_kind",
    "country",
    "role",
    "person",
    "speakers",
    "persons",
    "countries",
    "identity",
    "topics",
    "addressees",
    "relayed_by",
    "relayed_role",
    "relayed_country",
    "content",
    "content_words",
    "cue_start",
    "cue_end",
    "source_start",
    "source_end",
    "row",
)
EVENT_COLUMNS = (
    "id",
    "title",
    "kind",
    "status",
    "place",
    "first_day",
    "last_day",
    "day_basis",
    "day_words",
    "sources",
    "country",
    "countries",
    "participants",
    "outlets",
    "reports",
    "disagreements",
)
REPORT_COLUMNS = (*CLAIM_COLUMNS, "event_id", "kind", "status", "place", "cue_start", "cue_end", "details", "claim_id")
ARTICLE_COLUMNS = (
    "id",
    "outlet",
    "title",
    "url",
    "location",
    "retells",
    "first_day",
    "last_day",
    "day_basis",
    "day_words",
    "characters",
    "copies",
)
DISAGREEMENT_COLUMNS = (
    "id",
    "kind",
    "event_id",
    "event",
    "about",
    "value",
    "article_id",
    "outlet",
    "title",
    "start",
    "end",
    "words",
)
PERSON_COLUMNS = ("id", "name", "kind", "country", "found_by", "roles", "aliases")
PROBLEM_COLUMNS = ("location", "kind", "found", "allowed")
