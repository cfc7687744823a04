export { actionId, registerDeskActions } from './actions';
export { createContentStore } from './content-store';
export { seedDeskLayout } from './desk-layout';
export { installDocumentRules } from './document-rules';
export { seedExamples } from './examples';
export { seedLocales } from './locales';
export { libraryRoute } from './library-route';
export { keepLibraryPrivate } from './private-library';
export { seedRoles } from './roles';
