"""Pictures from anywhere, as bytes: are they what they say, whole, of a size that prints, and harmless?"""
