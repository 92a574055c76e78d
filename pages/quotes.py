"""Who said what: speakers at the left, statements with their wordings at the right."""

import streamlit as st

from dashboard.queries.quotes import quote_rows
from dashboard.ui.answers import ask
from dashboard.ui.frame import headline, page
from dashboard.ui.lists import found_elsewhere, speakers_called, statement_list
from dashboard.ui.panel import filter_panel
from dashboard.ui.profile import speaker_profile
from dashboard.ui.visit import open_visit

visit = open_visit("quotes")
rows = ask(quote_rows, visit.corpus, visit.filters, sort=visit.options["sort"])

panel = filter_panel(
    visit, ("speaker", "country", "reaction", "target", "form", "days", "outlet"), near=("speaker", "days")
)

with page(visit, panel):
    head = headline(visit, shown=rows["statement"].nunique(), total=visit.corpus.quotes.total)
    st.html(head + speakers_called(visit) + found_elsewhere(visit))
    if len(visit.filters.speaker) == 1:
        st.html(speaker_profile(visit, visit.filters.speaker[0]))
    st.html(statement_list(visit, rows))
