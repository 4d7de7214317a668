-- What did the district's budget take in, by the month of the report?
SELECT strftime(articles.published, '%Y-%m') AS month,
       dates.text AS period,
       figures.measure,
       round(figures.value / 1e9, 1) AS "tỷ đồng"
FROM figures
JOIN articles USING (article_id)
LEFT JOIN dates ON dates.article_id = figures.article_id AND dates.index = figures.period
WHERE figures.unit = 'đồng' AND figures.measure ILIKE '%thu ngân sách trên địa bàn%'
ORDER BY articles.published, figures.index;
