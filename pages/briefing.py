"""The episode at a glance: the front page."""

import streamlit as st

from dashboard.queries.briefing import figures, points
from dashboard.queries.quotes import quote_rows, speakers
from dashboard.queries.reactions import country_totals, reaction_matrix
from dashboard.queries.timeline import events_between, window_of
from dashboard.ui import front
from dashboard.ui.answers import ask
from dashboard.ui.frame import notes, page
from dashboard.ui.matrix import grid_of
from dashboard.ui.visit import open_visit

asked = open_visit("briefing")
visit = front.scoped(asked)
corpus, filters = visit.corpus, visit.filters
window = ask(window_of, corpus, filters)
events = ask(events_between, corpus, filters, window)
cells, sums = ask(reaction_matrix, corpus, filters), ask(country_totals, corpus, filters)
grid = front.front_grid(grid_of(cells, sums, filters, over="reaction", everyone=True))

with page(asked):
    st.html(front.lead(visit, ask(figures, corpus, filters), window) + notes(visit))
    if len(corpus.articles):
        left = (
            front.episode(visit, events, window)
            + front.strongest(visit, grid)
            + front.differences(visit, ask(points, corpus, filters))
        )
        right = front.newest(visit, events, window) + front.voices(visit, ask(speakers, corpus, filters))
        quotes = front.latest_quotes(visit, ask(quote_rows, corpus, filters))
        st.html(f'<div class="front"><div>{left}</div><div>{right}{quotes}</div></div>')
