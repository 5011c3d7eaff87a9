import { changeView, deleteView, readViews, saveView, type SavedView } from '@lotse/identity/model';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves } from '@lotse/server-kit/http';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { ChangeView } from './saved-views/change-view';
import { DeleteView } from './saved-views/delete-view';
import { ReadViews } from './saved-views/read-views';
import { SaveView } from './saved-views/save-view';

@Controller()
export class SavedViewsController {
  constructor(
    private readonly readViews: ReadViews,
    private readonly saveView: SaveView,
    private readonly changeView: ChangeView,
    private readonly deleteView: DeleteView,
  ) {}

  @Serves(readViews)
  async list(
    @Current() transaction: Transaction,
    @Query({ schema: readViews.query }) { page }: QueryOf<typeof readViews>,
  ): Promise<AnswerOf<typeof readViews>> {
    return { items: await this.readViews.run(transaction, page) };
  }

  @Serves(saveView)
  save(@Current() transaction: Transaction, @Body({ schema: saveView.body }) body: BodyOf<typeof saveView>): Promise<SavedView> {
    return this.saveView.run(transaction, body);
  }

  @Serves(changeView)
  change(
    @Current() transaction: Transaction,
    @Param({ schema: changeView.params }) { id }: ParamsOf<typeof changeView>,
    @Body({ schema: changeView.body }) body: BodyOf<typeof changeView>,
  ): Promise<SavedView> {
    return this.changeView.run(transaction, id, body);
  }

  @Serves(deleteView)
  async delete(
    @Current() transaction: Transaction,
    @Param({ schema: deleteView.params }) { id }: ParamsOf<typeof deleteView>,
    @Body({ schema: deleteView.body }) _body: BodyOf<typeof deleteView>,
  ): Promise<AnswerOf<typeof deleteView>> {
    await this.deleteView.run(transaction, id);
    return { deleted: true };
  }
}
