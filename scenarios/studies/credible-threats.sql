-- sqlite3 -box credible-threats.db < scenarios/studies/credible-threats.sql
-- Runs in which China arms Russia, in percent, and American sanctions at the end; beside each, what
-- the threat's credibility changes against none, with the 95 % half-width over pairs of replicates.
WITH r AS (
  SELECT "support.CHN.RUS" AS start, "dynamics.support.deterrence" AS weight, replicate,
         "commitment.secondary-sanctions.credibility" AS credibility,
         100 * china_arms_russia AS arms, us_sanctions AS us
  FROM result WHERE status = 'finished'),
d AS (SELECT r.*, r.arms - z.arms AS da, r.us - z.us AS du
  FROM r JOIN r AS z USING (start, weight, replicate) WHERE z.credibility = 0)
SELECT start, weight, credibility,
       printf('%.1f', avg(arms)) AS armed,
       printf('%+.1f ± %.1f', avg(da), 1.96 * sqrt((avg(da*da) - avg(da)*avg(da)) / count(*))) AS change,
       printf('%.2f', avg(us)) AS us,
       printf('%+.2f ± %.2f', avg(du), 1.96 * sqrt((avg(du*du) - avg(du)*avg(du)) / count(*))) AS us_change
FROM d WHERE weight > 0 OR credibility IN (0, 1)
GROUP BY start, weight, credibility ORDER BY start DESC, weight, credibility;
