"""A small corpus made by hand, for tests of what is shown: five reports of one summit, with every kind of claim.

The words are our own. Each claim is given by its words; offsets are looked up in the text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from dashboard.merging.statements import group_statements
from dashboard.queries.corpus import Corpus
from dashboard.queries.loading import load_corpus
from dashboard.records import (
    Actor,
    Article,
    Assembly,
    Attribute,
    Disagreement,
    DisagreementValue,
    Event,
    Evidence,
    Mention,
    Person,
    Quote,
    Reaction,
    Reading,
    Report,
    Span,
    Status,
    Timex,
    When,
    Zone,
)
from dashboard.store.assembly import replace_assembly
from dashboard.store.counts import count_table
from dashboard.store.database import Store, open_store
from dashboard.store.readings import save_readings

SPOKESMAN = Actor("Dmitry Peskov", "person", "RU", "Kremlin spokesman", "article")
MINISTER = Actor("Park Jin", "person", "KR", "South Korean Foreign Minister", "article")
SECRETARY = Actor("Hirokazu Matsuno", "person", "JP", "Chief Cabinet Secretary", "holders")
WASHINGTON = Actor("United States", "government", "US")
SEOUL = Actor("South Korea", "government", "KR")
TOKYO = Actor("Japan", "government", "JP")
LEADER = Actor("Kim Jong Un", "person", "KP", "North Korean leader", "article")
PRESIDENT = Actor("Vladimir Putin", "person", "RU", "Russian President", "article")


def on(day: int, words: str = "", month: int = 9) -> When:
    """A day of 2023, relative where it has words."""
    date = dt.date(2023, month, day)
    return When(date, date, "relative" if words else "stated", words)


class Writer:
    """Makes one reading from lines of text and claims given by their words."""

    def __init__(self, outlet: str, title: str, lines: Mapping[str, str], *, day: int | None, url: str = "") -> None:
        self.text = "\n\n".join(lines)
        zones, start = [], 0
        for line, zone in lines.items():
            zones.append(Zone(zone, start, start + len(line)))  # type: ignore[arg-type]
            start += len(line) + 2
        self.id = sha256(self.text.encode()).hexdigest()[:12]
        published = on(day) if day else When(None, None, "unknown")
        self.article = Article(self.id, self.text, tuple(zones), title, outlet, url, f"{outlet}.txt", published)
        self.quotes: list[Quote] = []
        self.reactions: list[Reaction] = []
        self.reports: list[Report] = []
        self.mentions: list[Mention] = []

    def span(self, words: str, after: int = 0) -> Span:
        start = self.text.index(words, after)
        return Span(start, start + len(words))

    def evidence(self, words: str) -> Evidence:
        span = self.span(words)
        return Evidence(self.id, span.start, span.end, words)

    def key(self, kind: str, words: str) -> str:
        return sha256(f"{self.id}{kind}{words}".encode()).hexdigest()[:12]

    def quote(
        self,
        sentence: str,
        content: str,
        cue: str,
        source: str,
        speaker: Actor,
        when: When,
        topics: tuple[str, ...] = (),
    ) -> Quote:
        at = self.span(sentence).start
        found = Quote(
            id=self.key("quote", sentence),
            evidence=self.evidence(sentence),
            content=(self.span(content, at),),
            cue=self.span(cue, at),
            source=self.span(source, at),
            speakers=(speaker,),
            kind="direct" if "“" in sentence else "indirect",
            when=when,
            found_by="cue_verb",
            topics=topics,
        )
        self.quotes.append(found)
        self.mentions.append(Mention(self.span(source, at), (speaker,), "name"))
        return found

    def reaction(
        self,
        sentence: str,
        cue: str,
        actor: Actor,
        reaction: str,
        targets: tuple[str, ...],
        when: When,
        condition: str = "",
        quote: Quote | None = None,
    ) -> Reaction:
        at = self.span(sentence).start
        found = Reaction(
            id=self.key(reaction, sentence),
            evidence=self.evidence(sentence),
            actor=actor,
            reaction=reaction,
            targets=targets,
            when=when,
            cue=self.span(cue, at),
            found_by="phrase",
            condition=self.span(condition, at) if condition else None,
            quote_id=quote.id if quote else None,
        )
        self.reactions.append(found)
        return found

    def report(
        self,
        sentence: str,
        cue: str,
        kind: str,
        who: tuple[Actor, ...],
        when: When,
        *,
        status: Status = "happened",
        details: Mapping[str, str] | None = None,
        claim: Quote | Reaction | None = None,
        place: str = "",
    ) -> Report:
        at = self.span(sentence).start
        found = Report(
            id=self.key(kind, sentence),
            evidence=self.evidence(sentence),
            kind=kind,
            participants=who,
            when=when,
            status=status,
            cue=self.span(cue, at),
            found_by="predicate",
            place=place,
            attributes=tuple(Attribute(name, words, self.span(words, at)) for name, words in (details or {}).items()),
            claim_id=claim.id if claim else None,
        )
        self.reports.append(found)
        return found

    def reading(self) -> Reading:
        timexes = tuple(
            Timex(self.span(r.when.words), "DATE", r.when.first.isoformat(), r.when)
            for r in self.quotes
            if r.when.words and r.when.first and r.when.words in self.text
        )
        return Reading(
            self.article,
            tuple(self.mentions),
            timexes,
            tuple(self.quotes),
            tuple(self.reactions),
            tuple(self.reports),
        )


def fill(store: Store) -> None:
    """Saves the small corpus with its persons, events and disagreements."""
    north, gazette, post, wire, copy = _north(), _gazette(), _post(), _wire(), _copy()
    writers = (north, gazette, post, wire, copy)
    readings = [writer.reading() for writer in writers]
    save_readings(store, readings)
    people = (
        Person("p-peskov", "Dmitry Peskov", "person", "RU", ("Kremlin spokesman", "Kremlin spokesperson"), ("Peskov",)),
        Person("p-park", "Park Jin", "person", "KR", ("South Korean Foreign Minister",), ("Park",)),
        Person("p-matsuno", "Hirokazu Matsuno", "person", "JP", ("Chief Cabinet Secretary",), ("Matsuno",)),
        Person("g-us", "United States", "government", "US"),
        Person("g-kr", "South Korea", "government", "KR"),
        Person("g-jp", "Japan", "government", "JP"),
    )
    names = {p.name: p.id for p in people}
    ids = {(writer.id, name): key for writer in writers for name, key in names.items()}
    events = _events(writers)
    assembly = Assembly(
        events=events,
        disagreements=_disagreements(writers),
        persons=people,
        person_ids=ids,
        copies={wire.id: "c1", copy.id: "c1"},
        statements=group_statements(events, readings),
    )
    replace_assembly(store, assembly)


def _north() -> Writer:
    denial = (
        "“No agreements were signed and none were planned,” Kremlin spokesman Dmitry Peskov told reporters on Friday."
    )
    warning = "Washington threatened new sanctions on Russia if weapons change hands."
    seoul = "Foreign Minister Park Jin said Seoul was weighing more sanctions on Moscow if an arms deal is struck."
    tokyo = "Japan remains ready to hold talks with Pyongyang without conditions, Hirokazu Matsuno said on Friday."
    left = "Kim left Pyongyang on Sunday aboard his armoured train."
    talk = "The two men talked for about five hours at a space centre on Wednesday."
    w = Writer(
        "Northern Herald",
        "Kremlin: nothing signed at summit",
        {
            "Kremlin: nothing signed at summit": "headline",
            denial: "body",
            "President Vladimir Putin had received Kim Jong Un at a rocket site in the Far East. " + talk: "body",
            left: "body",
            warning: "body",
            seoul: "body",
            tokyo: "body",
            "ALSO READ: Ten things to know about armoured trains": "related",
        },
        day=15,
        url="https://herald.example/summit",
    )
    quote = w.quote(
        denial, "No agreements were signed and none were planned,", "told", "Kremlin spokesman Dmitry Peskov",
        SPOKESMAN,
        on(15, "Friday"), ("RU", "KP"),
    )  # fmt: skip
    w.report(denial, "told", "statement", (SPOKESMAN,), on(15, "Friday"), claim=quote)
    w.reaction(denial, "No agreements were signed", SPOKESMAN, "denies", (), on(15, "Friday"), quote=quote)
    w.reaction(warning, "threatened", WASHINGTON, "threatens_sanctions", ("RU",), on(14), "if weapons change hands")
    said = w.quote(
        seoul, "Seoul was weighing more sanctions on Moscow if an arms deal is struck", "said", "Park Jin", MINISTER,
        on(15), ("KR", "RU"),
    )  # fmt: skip
    weighed = w.reaction(
        seoul, "weighing", SEOUL, "considers_sanctions", ("RU",), on(15), "if an arms deal is struck", said
    )
    w.report(seoul, "weighing", "statement", (SEOUL,), on(15), claim=weighed)
    offer = w.quote(
        tokyo, "Japan remains ready to hold talks with Pyongyang without conditions", "said", "Hirokazu Matsuno",
        SECRETARY, on(15, "Friday"), ("JP", "KP"),
    )  # fmt: skip
    w.reaction(tokyo, "ready to hold talks", TOKYO, "offers_talks", ("KP",), on(15, "Friday"), quote=offer)
    w.report(left, "left", "departure", (LEADER,), on(10, "Sunday"), place="Pyongyang")
    w.report(
        talk, "talked", "meeting", (LEADER, PRESIDENT), on(13, "Wednesday"), details={"duration": "about five hours"}
    )
    return w


def _gazette() -> Writer:
    denial = "No papers were signed and none were planned, Peskov said."
    left = "Kim set out from Pyongyang on Sept. 11, officials said."
    talk = "The meeting on Sept. 13 ran for four to five hours."
    praise = "Beijing praised the summit as a step towards stability."
    w = Writer(
        "Harbour Gazette",
        "No papers signed, Moscow says",
        {"No papers signed, Moscow says": "headline", denial: "body", left: "body", talk: "body", praise: "body"},
        day=16,
        url="https://gazette.example/a?b=1&c=2",
    )
    quote = w.quote(denial, "No papers were signed and none were planned", "said", "Peskov", SPOKESMAN, on(15), ("RU",))
    w.report(denial, "said", "statement", (SPOKESMAN,), on(15), claim=quote)
    w.reaction(denial, "No papers were signed", SPOKESMAN, "denies", (), on(15), quote=quote)
    w.reaction(praise, "praised", Actor("China", "government", "CN"), "praises", ("RU", "KP"), on(15))
    w.report(left, "set out", "departure", (LEADER,), on(11), place="Pyongyang")
    w.report(talk, "meeting", "meeting", (LEADER, PRESIDENT), on(13), details={"duration": "four to five hours"})
    return w


def _post() -> Writer:
    talk = "Putin met Kim on Wednesday and showed him a launch pad; satellites were the first subject, he said."
    visit = "Putin accepted an invitation to visit North Korea, the Kremlin said."
    old = "In 1950 the North invaded the South."
    test = "In August 2023 the North launched a rocket."
    w = Writer(
        "Capital Post",
        "Putin shows Kim a launch pad",
        {"Putin shows Kim a launch pad": "headline", talk: "body", visit: "body", old: "body", test: "body"},
        day=13,
    )
    w.quote(talk, "satellites were the first subject", "said", "he", PRESIDENT, on(13, "Wednesday"), ("RU",))
    w.report(talk, "met", "meeting", (PRESIDENT, LEADER), on(13, "Wednesday"), place="launch pad")
    w.report(visit, "visit", "visit", (PRESIDENT,), When(dt.date(2023, 9, 14), None, "published"), status="planned")
    year = When(dt.date(1950, 1, 1), dt.date(1950, 12, 31), "stated", "1950")
    w.report(old, "invaded", "attack", (Actor("North Korea", "country", "KP"),), year)
    august = When(dt.date(2023, 8, 1), dt.date(2023, 8, 31), "stated", "August 2023")
    w.report(test, "launched", "missile_launch", (Actor("North Korea", "country", "KP"),), august)
    return w


def _agency(outlet: str) -> Writer:
    offer = "Tokyo would talk to the North at any time, Matsuno told a news conference on Thursday."
    w = Writer(outlet, "Tokyo open to talks", {"Tokyo open to talks": "headline", offer: "body"}, day=14)
    quote = w.quote(
        offer,
        "Tokyo would talk to the North at any time",
        "told",
        "Matsuno",
        SECRETARY,
        on(14, "Thursday"),
        ("JP", "KP"),
    )
    w.reaction(offer, "would talk", TOKYO, "offers_talks", ("KP",), on(14, "Thursday"), quote=quote)
    return w


def _wire() -> Writer:
    return _agency("Island Wire")


def _copy() -> Writer:
    made = _agency("Valley Times")
    made.article = Article(
        sha256(b"copy").hexdigest()[:12], made.text, made.article.zones, made.article.title, "Valley Times", "",
        "Valley Times.txt", made.article.published,
    )  # fmt: skip
    made.id = made.article.id
    made.quotes, made.reactions, made.mentions = [], [], []
    offer = "Tokyo would talk to the North at any time, Matsuno told a news conference on Thursday."
    quote = made.quote(
        offer,
        "Tokyo would talk to the North at any time",
        "told",
        "Matsuno",
        SECRETARY,
        on(14, "Thursday"),
        ("JP", "KP"),
    )
    made.reaction(offer, "would talk", TOKYO, "offers_talks", ("KP",), on(14, "Thursday"), quote=quote)
    return made


def _events(writers: tuple[Writer, ...]) -> tuple[Event, ...]:
    titles = {
        "departure": "Kim Jong Un leaves Pyongyang",
        "meeting": "Vladimir Putin and Kim Jong Un meet",
        "visit": "Vladimir Putin to visit North Korea",
        "attack": "North Korea invades South Korea",
        "missile_launch": "North Korea launches a rocket",
        "statement-RU": "Dmitry Peskov denies that agreements were signed",
        "statement-KR": "South Korea considers sanctions",
    }
    groups: dict[str, list[tuple[Writer, Report]]] = {}
    for writer in writers:
        for report in writer.reports:
            country = f"-{report.participants[0].country}" if report.kind == "statement" else ""
            groups.setdefault(report.kind + country, []).append((writer, report))
    found = []
    for key, held in groups.items():
        days = [r.when for _, r in held]
        first = min((d.first for d in days if d.first), default=None)
        last = None if any(d.last is None for d in days) else max(d.last for d in days if d.last)
        found.append(
            Event(
                id=f"e-{key}",
                title=titles[key],
                kind=held[0][1].kind,
                when=When(first, last, days[0].basis, days[0].words),
                status=held[0][1].status,
                participants=held[0][1].participants,
                place=held[0][1].place,
                report_ids=tuple(r.id for _, r in held),
                sources=len({w.article.outlet for w, _ in held}),
                replaces=("e-old-meeting",) if key == "meeting" else (),
            )
        )
    return tuple(found)


def _disagreements(writers: tuple[Writer, ...]) -> tuple[Disagreement, ...]:
    north, gazette = writers[0], writers[1]

    def value(writer: Writer, words: str, sentence: str) -> DisagreementValue:
        return DisagreementValue(words, writer.evidence(sentence))

    return (
        Disagreement(
            "d-departure",
            "contradiction",
            "e-departure",
            "day",
            (
                value(north, "10 Sep 2023", "Kim left Pyongyang on Sunday aboard his armoured train."),
                value(gazette, "11 Sep 2023", "Kim set out from Pyongyang on Sept. 11, officials said."),
            ),
        ),
        Disagreement(
            "d-duration",
            "variation",
            "e-meeting",
            "duration",
            (
                value(
                    north, "about five hours", "The two men talked for about five hours at a space centre on Wednesday."
                ),
                value(gazette, "four to five hours", "The meeting on Sept. 13 ran for four to five hours."),
            ),
        ),
    )


def small_corpus(folder: Path) -> Corpus:
    """The small corpus in a store of its own."""
    store = open_store(f"sqlite:///{folder / 'small.db'}")
    fill(store)
    return load_corpus(store)


def empty_corpus(folder: Path) -> Corpus:
    """A store in which nothing is."""
    return load_corpus(open_store(f"sqlite:///{folder / 'empty.db'}"))


def two_episodes(corpus: Corpus) -> Corpus:
    """The corpus with other days: six events of 1998, five of 2023, some far from these and some hardly dated."""
    days = ["1998-05-12"] * 6 + ["2023-09-13"] * 5
    first = [*days, "1950-06-25", "1999-02-03", "2000-01-01", "2031-01-01"]
    last = [*days, "1950-06-25", "1999-02-04", "2005-12-31", None]
    who = ["IN"] * 6 + ["KP"] * 5 + ["KR", "US", "CN", "CN"]
    keys = [str(number) for number in range(len(first))]
    table = count_table(keys, first, last, {"country": who, "event": keys})
    # Answers are held for a version of the store.
    return replace(corpus, version=corpus.version + 1, events=replace(corpus.events, table=table))
