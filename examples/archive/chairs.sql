-- Who chaired the most meetings?
SELECT chair, count(*) AS meetings, min(published) AS first, max(published) AS last
FROM (SELECT article_id, unnest(chairs) AS chair FROM meetings)
JOIN articles USING (article_id)
GROUP BY chair
ORDER BY meetings DESC, chair;
