"""The app: tables -> one selection -> views.

`app.py` serves it, `main.py` is what every visit runs, `views/` holds one script a page.
"""
