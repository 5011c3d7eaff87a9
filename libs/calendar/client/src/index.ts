export { calendarTexts } from './calendar-texts';
export { calendarTiles } from './calendar-tiles';
export { calendarRoutes } from './calendar.routes';
