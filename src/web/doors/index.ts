export { doorFormats } from './door-formats';
export { DAY_SHEET, DOOR_FORMATS } from './formats';
export { createDoorRoutes, type DoorsContext } from './routes';
