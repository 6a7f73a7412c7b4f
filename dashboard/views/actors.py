import streamlit as st

st.title("actors")
