package io.tintype.pipeline;

class InMemoryImageRecordsTest extends ImageRecordsContract {

  private final ImageRecords records = new InMemoryImageRecords();

  @Override
  protected ImageRecords records() {
    return records;
  }
}
