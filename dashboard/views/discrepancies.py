import streamlit as st

st.title("discrepancies")
