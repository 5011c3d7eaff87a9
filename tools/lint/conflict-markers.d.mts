export declare function conflictMarkersIn(text: string): number[];
export declare function filesIn(root: string): string[];
