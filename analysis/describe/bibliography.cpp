#include "analysis/describe/bibliography.h"

#include <algorithm>
#include <array>

namespace entente {
namespace {

constexpr std::array works{
    Work{"Abelson & Rosenberg 1958",
         "Abelson, R. P. & Rosenberg, M. J. (1958). Symbolic psycho-logic: a model of attitudinal "
         "cognition. Behavioral Science 3(1), 1–13."},
    Work{
        "Anderson & van Wincoop 2003",
        "Anderson, J. E. & van Wincoop, E. (2003). Gravity with gravitas: a solution to the border "
        "puzzle. American Economic Review 93(1), 170–192."},
    Work{"Aref & Wilson 2019",
         "Aref, S. & Wilson, M. C. (2019). Balance and frustration in signed networks. Journal of "
         "Complex Networks 7(2), 163–189."},
    Work{"Arkolakis, Costinot & Rodríguez-Clare 2012",
         "Arkolakis, C., Costinot, A. & Rodríguez-Clare, A. (2012). New trade models, same old "
         "gains? American Economic Review 102(1), 94–130."},
    Work{
        "Box & Muller 1958",
        "Box, G. E. P. & Muller, M. E. (1958). A note on the generation of random normal deviates. "
        "Annals of Mathematical Statistics 29(2), 610–611."},
    Work{"Cartwright & Harary 1956",
         "Cartwright, D. & Harary, F. (1956). Structural balance: a generalization of Heider's "
         "theory. Psychological Review 63(5), 277–293."},
    Work{"Cranmer, Heinrich & Desmarais 2014",
         "Cranmer, S. J., Heinrich, T. & Desmarais, B. A. (2014). Reciprocity and the structural "
         "determinants of the international sanctions network. Social Networks 36, 5–22."},
    Work{"DeGroot 1974",
         "DeGroot, M. H. (1974). Reaching a consensus. Journal of the American Statistical "
         "Association 69(345), 118–121."},
    Work{"Drezner 1998",
         "Drezner, D. W. (1998). Conflict expectations and the paradox of economic coercion. "
         "International Studies Quarterly 42(4), 709–731."},
    Work{"Duclos, Esteban & Ray 2004",
         "Duclos, J.-Y., Esteban, J. & Ray, D. (2004). Polarization: concepts, measurement, "
         "estimation. Econometrica 72(6), 1737–1772."},
    Work{"Esteban & Ray 1994",
         "Esteban, J.-M. & Ray, D. (1994). On the measurement of polarization. Econometrica 62(4), "
         "819–851."},
    Work{"Estrada & Benzi 2014",
         "Estrada, E. & Benzi, M. (2014). Walk-based measure of balance in signed networks: "
         "detecting lack of balance in social networks. Physical Review E 90(4), 042802."},
    Work{"Farrell & Newman 2019",
         "Farrell, H. & Newman, A. L. (2019). Weaponized interdependence: how global economic "
         "networks shape state coercion. International Security 44(1), 42–79."},
    Work{"Fearon 1994",
         "Fearon, J. D. (1994). Domestic political audiences and the escalation of international "
         "disputes. American Political Science Review 88(3), 577–592."},
    Work{"Fearon 1997",
         "Fearon, J. D. (1997). Signaling foreign policy interests: tying hands versus sinking "
         "costs. Journal of Conflict Resolution 41(1), 68–90."},
    Work{"Friedkin & Johnsen 1990",
         "Friedkin, N. E. & Johnsen, E. C. (1990). Social influence and opinions. Journal of "
         "Mathematical Sociology 15(3–4), 193–206."},
    Work{"Galtung 1967",
         "Galtung, J. (1967). On the effects of international economic sanctions, with examples "
         "from the case of Rhodesia. World Politics 19(3), 378–416."},
    Work{"Goldstein 1992",
         "Goldstein, J. S. (1992). A conflict-cooperation scale for WEIS events data. Journal of "
         "Conflict Resolution 36(2), 369–385."},
    Work{"Grimm et al. 2020",
         "Grimm, V., Railsback, S. F., Vincenot, C. E., Berger, U., Gallagher, C., DeAngelis, D. "
         "L., "
         "et al. (2020). The ODD protocol for describing agent-based and other simulation models: "
         "a second update to improve clarity, replication, and structural realism. Journal of "
         "Artificial Societies and Social Simulation 23(2), 7."},
    Work{"Heider 1946",
         "Heider, F. (1946). Attitudes and cognitive organization. Journal of Psychology 21(1), "
         "107–112."},
    Work{
        "Hirschman 1945",
        "Hirschman, A. O. (1945). National Power and the Structure of Foreign Trade. University of "
        "California Press."},
    Work{"Hirschman 1964",
         "Hirschman, A. O. (1964). The paternity of an index. American Economic Review 54(5), 761–"
         "762."},
    Work{"Jolliffe 2002",
         "Jolliffe, I. T. (2002). Principal Component Analysis, 2nd edition. Springer."},
    Work{
        "Keohane 1986",
        "Keohane, R. O. (1986). Reciprocity in international relations. International Organization "
        "40(1), 1–27."},
    Work{"Leeds 2003",
         "Leeds, B. A. (2003). Alliance reliability in times of war: explaining state decisions to "
         "violate treaties. International Organization 57(4), 801–827."},
    Work{"Maoz et al. 2007",
         "Maoz, Z., Terris, L. G., Kuperman, R. D. & Talmud, I. (2007). What is the enemy of my "
         "enemy? Causes and consequences of imbalanced international relations, 1816–2001. Journal "
         "of Politics 69(1), 100–115."},
    Work{"Martin 1992",
         "Martin, L. L. (1992). Coercive Cooperation: Explaining Multilateral Economic Sanctions. "
         "Princeton University Press."},
    Work{
        "Maruyama 1955",
        "Maruyama, G. (1955). Continuous Markov processes and stochastic equations. Rendiconti del "
        "Circolo Matematico di Palermo 4, 48–90."},
    Work{"Marvel et al. 2011",
         "Marvel, S. A., Kleinberg, J., Kleinberg, R. D. & Strogatz, S. H. (2011). Continuous-time "
         "model of structural balance. Proceedings of the National Academy of Sciences 108(5), "
         "1771–1776."},
    Work{"Montalvo & Reynal-Querol 2008",
         "Montalvo, J. G. & Reynal-Querol, M. (2008). Discrete polarisation with an application to "
         "the determinants of genocides. Economic Journal 118(533), 1835–1865."},
    Work{"Morgan, Bapat & Kobayashi 2014",
         "Morgan, T. C., Bapat, N. & Kobayashi, Y. (2014). Threat and imposition of economic "
         "sanctions 1945–2005: updating the TIES dataset. Conflict Management and Peace Science "
         "31(5), 541–558."},
    Work{"Poole & Rosenthal 1985",
         "Poole, K. T. & Rosenthal, H. (1985). A spatial model for legislative roll call analysis. "
         "American Journal of Political Science 29(2), 357–384."},
    Work{"Russett & Oneal 2001",
         "Russett, B. & Oneal, J. R. (2001). Triangulating Peace: Democracy, Interdependence, and "
         "International Organizations. W. W. Norton."},
    Work{"Salmon et al. 2011",
         "Salmon, J. K., Moraes, M. A., Dror, R. O. & Shaw, D. E. (2011). Parallel random numbers: "
         "as easy as 1, 2, 3. Proceedings of the International Conference for High Performance "
         "Computing, Networking, Storage and Analysis (SC '11)."},
    Work{"Schelling 1966",
         "Schelling, T. C. (1966). Arms and Influence. Yale University Press, New Haven."},
    Work{"Schrodt 2012",
         "Schrodt, P. A. (2012). CAMEO: Conflict and Mediation Event Observations Event and Actor "
         "Codebook, version 1.1b3. Pennsylvania State University."},
    Work{"Signorino & Ritter 1999",
         "Signorino, C. S. & Ritter, J. M. (1999). Tau-b or not tau-b: measuring the similarity of "
         "foreign policy positions. International Studies Quarterly 43(1), 115–144."},
    Work{"Signorino 1999",
         "Signorino, C. S. (1999). Strategic interaction and the statistical analysis of "
         "international conflict. American Political Science Review 93(2), 279–297."},
    Work{"Snijders 2001",
         "Snijders, T. A. B. (2001). The statistical evaluation of social network dynamics. "
         "Sociological Methodology 31(1), 361–395."},
    Work{"Snijders, van de Bunt & Steglich 2010",
         "Snijders, T. A. B., van de Bunt, G. G. & Steglich, C. E. G. (2010). Introduction to "
         "stochastic actor-based models for network dynamics. Social Networks 32(1), 44–60."},
    Work{
        "Uhlenbeck & Ornstein 1930",
        "Uhlenbeck, G. E. & Ornstein, L. S. (1930). On the theory of the Brownian motion. Physical "
        "Review 36(5), 823–841."},
    Work{"Wasserman & Faust 1994",
         "Wasserman, S. & Faust, K. (1994). Social Network Analysis: Methods and Applications. "
         "Cambridge University Press."}};

}  // namespace

std::span<const Work> bibliography() { return works; }

std::string_view reference_of(std::string_view citation) {
  const auto known = std::find_if(works.begin(), works.end(),
                                  [&](const Work& work) { return work.citation == citation; });
  return known == works.end() ? std::string_view() : known->reference;
}

}  // namespace entente
