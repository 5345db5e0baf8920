-- sqlite3 -box robustness.db < scenarios/studies/robustness.sql
-- For each finding, over the points: its mean size, the middle 90 % of the points, and in what percent of
-- points its mean has the sign that the docs say; in what percent the 95 % interval of the point's
-- replicates lies wholly on that side, and in what percent wholly on the other.
WITH b AS (SELECT * FROM result WHERE variant = 'base' AND status = 'finished'),
v AS (
  SELECT '01 Moscow''s share falls' AS finding, point, -1 AS sign, moscow_share AS x FROM b UNION ALL
  SELECT '02 Minsk moves to Beijing', point, 1, minsk_to_beijing FROM b UNION ALL
  SELECT '03 Beijing''s share rises', point, 1, beijing_share FROM b UNION ALL
  SELECT '04 Minsk moves from Moscow', point, -1, minsk_to_moscow FROM b UNION ALL
  SELECT printf('%s', f.finding), w.point, f.sign,
         CASE f.outcome WHEN 'us' THEN w.us_sanctions - b.us_sanctions
           WHEN 'eu' THEN w.eu_sanctions - b.eu_sanctions WHEN 'china' THEN w.minsk_to_beijing - b.minsk_to_beijing
           WHEN 'moscow' THEN w.minsk_to_moscow - b.minsk_to_moscow WHEN 'welfare' THEN w.welfare - b.welfare
           WHEN 'brussels' THEN w.eu_to_minsk - b.eu_to_minsk WHEN 'share' THEN w.moscow_share - b.moscow_share
           WHEN 'beijing' THEN w.beijing_share - b.beijing_share END
  FROM result AS w JOIN b USING (point, replicate)
  JOIN (SELECT '05 arms: US sanctions rise' AS finding, 'lethal-aid' AS variant, 'us' AS outcome, 1 AS sign UNION ALL
    SELECT '06 arms: Minsk nearer Beijing', 'lethal-aid', 'china', 1 UNION ALL
    SELECT '07 front: EU sanctions rise', 'second-front', 'eu', 1 UNION ALL
    SELECT '08 front: Minsk nearer Moscow', 'second-front', 'moscow', 1 UNION ALL
    SELECT '09 front: income falls', 'second-front', 'welfare', -1 UNION ALL
    SELECT '10 recognised: EU warms', 'eu-recognition', 'brussels', 1 UNION ALL
    SELECT '11 recognised: sanctions fall', 'eu-recognition', 'eu', -1 UNION ALL
    SELECT '12 recognised: from Moscow', 'eu-recognition', 'moscow', -1 UNION ALL
    SELECT '13 diversify: Moscow''s share', 'rapid-diversification', 'share', -1 UNION ALL
    SELECT '14 diversify: Beijing''s share', 'rapid-diversification', 'beijing', 1 UNION ALL
    SELECT '15 diversify: income falls', 'rapid-diversification', 'welfare', -1) AS f ON f.variant = w.variant
  WHERE w.status = 'finished'),
p AS (SELECT finding, point, sign, avg(x) AS m, count(*) AS n,
  sqrt(max(0, avg(x*x) - avg(x)*avg(x)) / (count(*) - 1)) AS se FROM v GROUP BY finding, point),
q AS (SELECT *, percent_rank() OVER (PARTITION BY finding ORDER BY m) AS rank FROM p)
SELECT finding, printf('%+.4f', avg(m)) AS mean,
       printf('%+.4f', max(CASE WHEN rank <= 0.05 THEN m END)) AS p5,
       printf('%+.4f', min(CASE WHEN rank >= 0.95 THEN m END)) AS p95,
       printf('%.1f', 100.0 * avg(m * sign > 0)) AS sign,
       printf('%.1f', 100.0 * avg(m * sign > 2.09 * se)) AS sure,
       printf('%.1f', 100.0 * avg(m * sign < -2.09 * se)) AS opposite
FROM q GROUP BY finding ORDER BY finding;
