"""Countries by kinds of reaction, from hostile to cooperative; each number opens its sentences."""

import streamlit as st

from dashboard.queries.reactions import country_totals, reaction_matrix, reaction_rows
from dashboard.ui.answers import ask
from dashboard.ui.frame import headline, page
from dashboard.ui.lists import found_elsewhere, statement_list
from dashboard.ui.matrix import grid_of, matrix, matrix_choices
from dashboard.ui.panel import filter_panel
from dashboard.ui.visit import open_visit

visit = open_visit("reactions")
over = visit.options["by"]
rows = ask(reaction_rows, visit.corpus, visit.filters, sort=visit.options["sort"])
cells = ask(reaction_matrix, visit.corpus, visit.filters, over=over)
sums = ask(country_totals, visit.corpus, visit.filters, over=over)
grid = grid_of(cells, sums, visit.filters, over=over, everyone=visit.options["rows"] == "all")

panel = filter_panel(visit, ("country", "reaction", "target", "speaker", "days", "outlet"), near=("target", "days"))

with page(visit, panel):
    st.html(
        headline(visit, shown=rows["statement"].nunique(), total=visit.corpus.reactions.total) + found_elsewhere(visit)
    )
    st.html(matrix_choices(visit) + matrix(visit, grid))
    st.html(statement_list(visit, rows))
