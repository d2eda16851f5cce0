"""trichluc inside other tools: Arrow, Spark, Ray, pandas, spaCy, Label Studio, brat. Each module imports its tool when it is imported."""
