import type { StudyReport } from "../contract.js";
export function studyPage(_target: HTMLElement, _report: StudyReport): void {}
