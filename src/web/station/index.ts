export { createStationRoutes } from './routes';
export { stationCodeOfVisitor } from './session';
