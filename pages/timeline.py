"""Merged events over days, a lane for each country; a picked event shows what each outlet told of it."""

import streamlit as st

from dashboard.queries.timeline import background, events_between, window_of
from dashboard.ui.answers import ask
from dashboard.ui.chart import draw_timeline
from dashboard.ui.frame import headline, page
from dashboard.ui.lists import found_elsewhere
from dashboard.ui.panel import filter_panel
from dashboard.ui.period import episode_choice, event_headline, event_rows, on_chart, outside, period
from dashboard.ui.visit import open_visit

visit = open_visit("timeline")
shown = visit.filters.without("event")
window = ask(window_of, visit.corpus, visit.filters)
title = event_headline(visit, window)
events = ask(events_between, visit.corpus, shown, window)
chosen = visit.filters.event
files = visit.filters if chosen else visit.filters.on_days(window.first, window.last)

panel = filter_panel(visit, ("country", "kind", "status", "days", "outlet"), window, near=("country", "days"))

with page(visit, panel, title):
    st.html(
        headline(visit, shown=len(chosen) or len(events), total=visit.corpus.events.total, title=title, files=files)
        + found_elsewhere(visit)
    )
    charted = on_chart(chosen, events)
    if charted:
        st.html(period(visit, window))
        draw_timeline(visit, events, window)
    parts = [event_rows(visit, events, window)]
    if charted or not chosen:
        parts.insert(0, outside(visit, ask(background, visit.corpus, shown, window)))
    if not (charted or chosen):
        parts.insert(0, episode_choice(visit, window))
    st.html("".join(parts))
