"""What went in, what failed and why, and how right each kind of claim is."""

import streamlit as st

from dashboard.queries.coverage import accuracy_rows, article_rows, outlet_rows, problem_rows
from dashboard.ui.answers import ask
from dashboard.ui.frame import page
from dashboard.ui.tables import accuracy_table, article_table, coverage_lead, how_to_add, outlet_table, problem_table
from dashboard.ui.visit import open_visit

visit = open_visit("coverage")
articles = ask(article_rows, visit.corpus)
problems = ask(problem_rows, visit.corpus)

with page(visit):
    st.html(coverage_lead(visit, articles, problems))
    st.html(outlet_table(visit, ask(outlet_rows, visit.corpus)) + article_table(visit, articles))
    accuracy = accuracy_table(accuracy_rows(), accuracy_rows(articles="unread"))
    st.html(problem_table(problems) + accuracy + how_to_add())
