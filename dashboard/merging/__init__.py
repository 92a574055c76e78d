"""Claims of many articles as events, people and disagreements: pure."""
