#include <sim/engine/simulation.h>
#include <sim/scenario/compile.h>
#include <sim/scenario/read.h>

#include <iostream>

int main(int, char* arguments[]) {
  const auto scenario = entente::read_scenario(arguments[1]).scenario;
  entente::Simulation run(entente::compile(scenario), entente::Draws(scenario.seed, 0));
  while (!run.finished()) run.tick();
  std::cout << "after " << run.world().tick << " ticks\n" << run.world().alignment << '\n';
}
