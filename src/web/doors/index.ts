export { DOOR_FORMATS } from './formats';
export { createDoorRoutes, type DoorsContext } from './routes';
