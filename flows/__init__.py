"""Standpunt: one national position, and an edition of it for every province, checked, merged and printed."""
