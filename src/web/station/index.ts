export { createStationRoutes } from './routes';
