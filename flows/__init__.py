"""Standpunt: one national position, twelve province editions, printed, translated and compared."""
