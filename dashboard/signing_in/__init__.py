"""Signing in where the app is hosted: its settings, who a visitor is, how long a sign-in holds, and what it guards."""
