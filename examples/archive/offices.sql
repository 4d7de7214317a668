-- Which offices did Lương Khắc Điền hold over time? An office goes by many names: the fullest one stands for all.
SELECT max_by(positions.text, length(positions.text)) AS office,
       min(articles.published) AS first,
       max(articles.published) AS last,
       count(DISTINCT article_id) AS reports
FROM people
JOIN positions USING (article_id, person_id)
JOIN articles USING (article_id)
WHERE people.name = 'Lương Khắc Điền' AND positions.kind = 'office'
GROUP BY positions.role, positions.deputy
ORDER BY first, last;
