import { needProblems } from '$lib/api/problem';

export const load = needProblems;
