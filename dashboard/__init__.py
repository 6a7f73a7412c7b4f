"""The app: tables -> one selection -> views.

`app.py` serves it, `main.py` is what every visit runs, `views/` holds one script a page. What a page shows is put
together in `parts/`, from what is drawn (`charts/`), what the tables answer (`asking/`) and the interface's words
(`words/`); `components/` are what Streamlit itself has no equal for. Imports go down that list, never up.
"""
