/** A page of the administration, for those who hold one of the permissions. */
export interface AdministrationPage {
  readonly path: string;
  readonly label: string;
  readonly permissions: readonly string[];
}

/** All pages below `/verwaltung`, in the order of the tabs. Whoever may see one of them has the place in the rail. */
export const administrationPages: readonly AdministrationPage[] = [
  { path: 'nutzer', label: 'administration.tab.staff', permissions: ['staff.read'] },
  { path: 'vertretungen', label: 'administration.tab.deputies', permissions: ['staff.read'] },
  { path: 'einrichtung', label: 'administration.tab.organisation', permissions: ['organisation.readOwn'] },
  { path: 'einrichtungen', label: 'administration.tab.organisations', permissions: ['organisation.list'] },
  { path: 'angebote', label: 'administration.tab.services', permissions: ['serviceQuestions.change'] },
  { path: 'fristen', label: 'administration.tab.deadlines', permissions: ['countyRule.read'] },
  { path: 'gruende', label: 'administration.tab.reasons', permissions: ['countyRule.read'] },
  { path: 'reihenfolge', label: 'administration.tab.order', permissions: ['rankRule.read'] },
  { path: 'haltezeiten', label: 'administration.tab.holdTimes', permissions: ['countyRule.read'] },
  { path: 'fahrzeiten', label: 'administration.tab.travelTimes', permissions: ['travelTime.read'] },
  { path: 'vorlagen', label: 'administration.tab.letters', permissions: ['letterTemplate.read'] },
  { path: 'protokoll', label: 'administration.tab.chronicle', permissions: ['chronicle.read'] },
  { path: 'pruefungen', label: 'administration.tab.reviews', permissions: ['breakGlass.review'] },
  { path: 'aufbewahrung', label: 'administration.tab.retention', permissions: ['retention.read'] },
  { path: 'anmeldung', label: 'administration.tab.signIn', permissions: ['signIn.configure'] },
];

export const administrationPermissions: readonly string[] = [...new Set(administrationPages.flatMap(({ permissions }) => permissions))];

/** The pages that somebody may go to. */
export const pagesFor = (may: (permission: string) => boolean): AdministrationPage[] =>
  administrationPages.filter(({ permissions }) => permissions.some(may));
