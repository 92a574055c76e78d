"""One article as it was read, with everything found in it marked; the target of every link to a sentence."""

import streamlit as st

from dashboard.queries.article import claims_of, reading_of, reports_in
from dashboard.ui.answers import ask
from dashboard.ui.frame import notes, page
from dashboard.ui.reader import article_body, article_head, no_article
from dashboard.ui.visit import open_visit

visit = open_visit("article")
key = visit.options["id"]
reading = ask(reading_of, visit.corpus, key)

with page(visit, title=reading.article.title if reading else ""):
    if reading is None:
        st.html(notes(visit) + no_article(visit))
    else:
        quotes, reactions = (ask(claims_of, visit.corpus, key, noun) for noun in ("quotes", "reactions"))
        st.html(article_head(visit, reading.article) + notes(visit))
        st.html(article_body(visit, reading, quotes, reactions, ask(reports_in, visit.corpus, key)))
