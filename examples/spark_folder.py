"""Spark: articles in a DataFrame, a row each; records come back as columns of structs. Needs `trichluc[spark]` and Java 17.

Here a local session; on a cluster only the session differs, and every executor's Python needs trichluc installed.
"""

import os
import sys
from pathlib import Path

from pyspark.sql import SparkSession
from pyspark.sql import functions as f

from trichluc.integrations import spark as trichluc_spark

ARTICLES = Path(__file__).parents[1] / "data" / "articles"

os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # the interpreter of the workers
session = (
    SparkSession.builder.master("local[2]")
    .config("spark.ui.enabled", "false")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.driver.host", "127.0.0.1")
    .getOrCreate()
)

articles = session.read.text(str(ARTICLES / "*.txt"), wholetext=True).select(
    f.col("value").alias("text"), f.element_at(f.split(f.input_file_name(), "/"), -1).alias("source")
)
facts = trichluc_spark.extract(articles, entities=False)

awards = facts.select("source", f.explode("awards").alias("award"))
given = awards.where("award.status = 'awarded'").groupBy("award.category").count()
for row in given.orderBy(f.desc("count"), "category").limit(5).collect():
    print(f"{row['category']:18} {row['count']}")
session.stop()

# prints:
# medal              35
# prize              30
# certificate        23
# order              12
# emulation_title    9
